import { type CryptoKey } from 'jose'
import * as openid from 'openid-client'
import { createTestBrowser, type TestBrowser, type Visit } from './test-browser.ts'

export type TestService = {
  config: openid.Configuration
  key: CryptoKey
  kid: string
  redirectUri: string
}

/** Added to the usual ones. `undefined` leaves one out. */
type RequestMembers = Record<string, unknown>

type Attempt = { browser: TestBrowser; state: string; nonce: string; verifier: string; url: URL }

export const REDIRECT_URI = 'http://localhost:4999/auth/callback'
export const KID = 'test-key'

export async function connect(issuer: string, clientId: string, key: CryptoKey): Promise<TestService> {
  const config = await openid.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' },
    openid.PrivateKeyJwt({ key, kid: KID }),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the broker has no TLS
    { execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks] },
  )
  return { config, key, kid: KID, redirectUri: REDIRECT_URI }
}

export async function begin(
  service: TestService,
  members: RequestMembers = {},
  browser = createTestBrowser(),
): Promise<Attempt & { visit: Visit }> {
  const state = openid.randomState()
  const nonce = openid.randomNonce()
  const verifier = openid.randomPKCECodeVerifier()
  const parameters = {
    redirect_uri: service.redirectUri,
    scope: 'openid https://id.oidc.se/scope/naturalPersonInfo https://id.oidc.se/scope/naturalPersonNumber',
    state,
    nonce,
    prompt: 'login',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  const url = await openid.buildAuthorizationUrlWithJAR(
    service.config,
    parameters,
    { key: service.key, kid: service.kid },
    { [openid.modifyAssertion]: (_header, payload) => void Object.assign(payload, members) },
  )
  const visit = await browser.open(url)
  return { browser, state, nonce, verifier, url, visit }
}

export function answer(attempt: Attempt & { visit: Visit }, fields: Record<string, string>): Promise<Visit> {
  return attempt.browser.open(attempt.visit.url, { method: 'POST', body: new URLSearchParams(fields) })
}

export function exchange(service: TestService, attempt: Attempt, callback: URL) {
  return openid.authorizationCodeGrant(service.config, callback, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
    maxAge: 60,
  })
}

export async function signIn(
  service: TestService,
  fields: Record<string, string>,
  members: RequestMembers = {},
) {
  const attempt = await begin(service, members)
  const back = await answer(attempt, fields)
  const tokens = await exchange(service, attempt, back.url)
  const idToken = tokens.claims()
  if (!idToken) throw new Error('no ID token')
  const userInfo = await openid.fetchUserInfo(service.config, tokens.access_token, idToken.sub)
  return { attempt, back, tokens, idToken, userInfo }
}

export function errorOf(visit: Visit): string | null {
  return visit.url.origin === new URL(REDIRECT_URI).origin ? visit.url.searchParams.get('error') : null
}
