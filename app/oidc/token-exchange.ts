import * as openid from 'openid-client'
import type { Awaited } from './authorization-request.ts'
import type { Broker } from './brokers.ts'
import { checkIdToken, checkSignedUserInfo, oldestAuthentication } from './id-token-checks.ts'
import type { Statements } from './identity.ts'

/** The query of the return, and what its pending identification kept. */
export type Returned = Awaited & { query: URLSearchParams }

/** Signature, state, nonce, PKCE and times. @throws what {@link refusalOf} in sign-in-refused.ts reads */
export async function exchange(
  config: openid.Configuration,
  redirectUri: string,
  { query, state, nonce, codeVerifier }: Returned,
) {
  const tokens = await openid.authorizationCodeGrant(config, new URL(`?${query}`, redirectUri), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    maxAge: oldestAuthentication,
    idTokenExpected: true,
  })
  const idToken = tokens.claims()!
  const now = new Date()
  checkIdToken(idToken, config.clientMetadata().client_id, now.getTime() / 1000)
  return { tokens, idToken, now }
}

export async function userInfoOf(
  config: openid.Configuration,
  { userInfo }: Broker,
  { accessToken, sub }: { accessToken: string; sub: string },
): Promise<Statements['userInfo']> {
  if (userInfo === 'none') return {}
  const told = await openid.fetchUserInfo(config, accessToken, sub)
  if (userInfo === 'signed')
    checkSignedUserInfo(told, config.serverMetadata().issuer, config.clientMetadata().client_id)
  return told
}
