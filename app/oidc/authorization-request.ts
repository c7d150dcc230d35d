import * as openid from 'openid-client'
import { oldestAuthentication } from './id-token-checks.ts'
import type { SignInKind } from './sign-in-kind.ts'

/** What a browser must bring back, and what its code is exchanged with. */
export type Awaited = { state: string; nonce: string; codeVerifier: string }

/** Every request asks for a new identification, in case the broker remembers the last user. */
export async function newRequest(
  kind: SignInKind,
  redirectUri: string,
  languages: readonly string[],
): Promise<Awaited & { parameters: Record<string, string> }> {
  const state = `${kind}.${openid.randomState()}`
  const [nonce, codeVerifier] = [openid.randomNonce(), openid.randomPKCECodeVerifier()]
  const parameters = {
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    max_age: String(oldestAuthentication),
    ui_locales: languages.join(' '),
  }
  return { state, nonce, codeVerifier, parameters }
}
