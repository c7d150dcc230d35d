import type { IDToken } from 'openid-client'
import { SignInRefused } from './sign-in-refused.ts'

export const clockTolerance = 30
/** Seconds. An older identification comes from a session at the broker. */
export const oldestAuthentication = 120
// Swedish OpenID Connect Profile 1.0: at most five minutes.
const oldestToken = 300

/** Audience (ASVS 10.5.4) and times in seconds, which openid-client does not check. @throws SignInRefused */
export function checkIdToken(token: IDToken, clientId: string, now: number): void {
  const audiences = [token.aud].flat()
  if (audiences.length !== 1 || audiences[0] !== clientId) throw new SignInRefused('failed', 'claim aud')
  if (token.azp !== undefined && token.azp !== clientId) throw new SignInRefused('failed', 'claim azp')
  if (!isRecent(token.iat, oldestToken, now)) throw new SignInRefused('failed', 'claim iat')
  if (!isRecent(token.auth_time, oldestAuthentication, now))
    throw new SignInRefused('failed', 'claim auth_time')
}

function isRecent(time: number | undefined, oldest: number, now: number): boolean {
  if (time === undefined) return false
  return time <= now + clockTolerance && time >= now - oldest - clockTolerance
}
