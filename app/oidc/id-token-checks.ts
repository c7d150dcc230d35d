import type { IDToken } from 'openid-client'
import { SignInRefused } from './sign-in-refused.ts'

export const clockTolerance = 30
/** Seconds. An older identification comes from a session at the broker. */
export const oldestAuthentication = 120
// Swedish OpenID Connect Profile 1.0: at most five minutes.
const oldestToken = 300
const longestSubject = 255

/**
 * Subject (OpenID Connect Core 2), audience (ASVS 10.5.4) and times in seconds, which openid-client does not check.
 * @throws SignInRefused
 */
export function checkIdToken(token: IDToken, clientId: string, now: number): void {
  if (token.sub.length === 0 || token.sub.length > longestSubject)
    throw new SignInRefused('failed', 'claim sub')
  const audiences = [token.aud].flat()
  if (audiences.length !== 1 || audiences[0] !== clientId) throw new SignInRefused('failed', 'claim aud')
  if (token.azp !== undefined && token.azp !== clientId) throw new SignInRefused('failed', 'claim azp')
  if (!isRecent(token.iat, oldestToken, now)) throw new SignInRefused('failed', 'claim iat')
  if (!isRecent(token.auth_time, oldestAuthentication, now))
    throw new SignInRefused('failed', 'claim auth_time')
}

type SignedAnswer = Readonly<Record<string, unknown>>

/** OpenID Connect Core 5.3.2: a signed answer says from and for whom. openid-client lets it be silent. @throws SignInRefused */
export function checkSignedUserInfo(told: SignedAnswer, issuer: string, clientId: string): void {
  if (told['iss'] !== issuer) throw new SignInRefused('failed', 'UserInfo claim iss')
  if (![told['aud']].flat().includes(clientId)) throw new SignInRefused('failed', 'UserInfo claim aud')
}

function isRecent(time: number | undefined, oldest: number, now: number): boolean {
  if (time === undefined) return false
  return time <= now + clockTolerance && time >= now - oldest - clockTolerance
}
