import { SignJWT, UnsecuredJWT } from 'jose'
import { buildAuthorizationUrl } from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLAIM, PARAMETER } from './oidc-sweden.ts'
import { createTestBrowser } from './test-browser.ts'
import { answer, begin, connect, errorOf, exchange, signIn } from './test-service.ts'
import { createKeys, startTestWorld, TINDRA, type TestWorld } from './test-world.ts'

const LOA4 = 'http://id.elegnamnden.se/loa/1.0/loa4'

let world: TestWorld

beforeAll(async () => {
  world = await startTestWorld()
})

afterAll(() => world.close())

test('a request that is not in a signed request object is refused', async () => {
  const url = buildAuthorizationUrl(world.person.config, {
    redirect_uri: world.person.redirectUri,
    scope: 'openid',
    state: 'some-state',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  })
  expect(errorOf(await createTestBrowser().open(url))).toBe('invalid_request')
})

test('a request object without signature, or signed by somebody else, is refused', async () => {
  const { url } = await begin(world.person)
  const { redirectUri, config } = world.person
  const payload = { client_id: 'portal', redirect_uri: redirectUri, response_type: 'code', scope: 'openid' }
  const unsecured = new UnsecuredJWT(payload).setIssuer('portal').setAudience(world.issuer).encode()
  const forged = await new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', kid: world.person.kid })
    .setIssuer('portal')
    .setAudience(config.serverMetadata().issuer)
    .sign((await createKeys()).key)

  for (const request of [unsecured, forged, 'not-a-token', '']) {
    url.searchParams.set('request', request)
    const visit = await createTestBrowser().open(url)
    expect(visit.status).toBe(400)
    expect(visit.text).not.toContain('Vem är du?')
  }
})

test.each([
  ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
  ['with plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['with consent, which has no page', { prompt: 'login consent' }, 'invalid_request'],
  ['without openid', { scope: 'https://id.oidc.se/scope/naturalPersonNumber' }, 'invalid_request'],
  ['for a level that does not exist here', essentialLevel(LOA4), 'unmet_authentication_requirements'],
  ['with claims that are not demands', { claims: { id_token: { acr: 'loa3' } } }, 'invalid_request'],
  [
    'for another e-ID',
    { [PARAMETER.authnProvider]: 'https://other.invalid' },
    'unmet_authentication_requirements',
  ],
  ['with a message that is not an object', { [PARAMETER.userMessage]: 'hej' }, 'invalid_request'],
  ['with a message that is not base64', { [PARAMETER.userMessage]: { message: '<b>' } }, 'invalid_request'],
  [
    'with a message in markdown',
    { [PARAMETER.userMessage]: { message: 'aGVq', mime_type: 'text/markdown' } },
    'invalid_request',
  ],
])('a request %s is refused', async (_what, members, error) => {
  const { visit, state } = await begin(world.person, members)
  expect(errorOf(visit)).toBe(error)
  expect(visit.url.searchParams.get('state')).toBe(state)
  expect(visit.url.searchParams.get('iss')).toBe(world.issuer)
})

function essentialLevel(level: string) {
  return { claims: { id_token: { acr: { essential: true, values: [level] } } } }
}

test.each([
  ['to an address that is not registered', { redirect_uri: 'http://localhost:4999/auth/callback/' }],
  ['for an unknown client', { client_id: 'stranger', iss: 'stranger' }],
  ['for another audience', { aud: 'https://broker.invalid' }],
  ['without audience', { aud: undefined }],
  ['from another issuer', { iss: 'stranger' }],
  ['without issuer', { iss: undefined }],
  ['that is too old', { exp: 1 }],
])('a request %s ends on a page at the broker', async (_what, members) => {
  const { visit } = await begin(world.person, members)
  expect(visit.url.origin).toBe(world.issuer)
  expect(visit.status).toBe(400)
  expect(visit.text).toContain('Vi kan inte svara på den här begäran')
})

test.each([
  ['in another mode than query', { response_mode: 'fragment' }],
  ['with tokens in the browser', { response_type: 'id_token' }],
])('a response %s is refused', async (_what, members) => {
  const { visit } = await begin(world.person, members)
  expect(new URLSearchParams(visit.url.hash.slice(1)).get('error')).toBe('invalid_request')
})

test('a code works once, and using it again takes the access token back', async () => {
  const { attempt, back, tokens } = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  await expect(exchange(world.person, attempt, back.url)).rejects.toMatchObject({ error: 'invalid_grant' })

  const endpoint = world.person.config.serverMetadata().userinfo_endpoint ?? ''
  const headers = { authorization: `Bearer ${tokens.access_token}` }
  expect((await fetch(endpoint, { headers })).status).toBe(401)
})

test('a code needs the verifier of the request it came from', async () => {
  const attempt = await begin(world.person)
  const back = await answer(attempt, { person: TINDRA.personalIdentityNumber })
  await expect(
    exchange(world.person, { ...attempt, verifier: 'x'.repeat(43) }, back.url),
  ).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('a client without its own key gets no tokens', async () => {
  const attempt = await begin(world.person)
  const back = await answer(attempt, { person: TINDRA.personalIdentityNumber })
  const thief = await connect(world.issuer, 'portal', (await createKeys()).key)

  await expect(exchange(thief, attempt, back.url)).rejects.toMatchObject({ error: 'invalid_client' })
})

test('what is logged about refusals holds no personal data', async () => {
  const number = TINDRA.personalIdentityNumber
  await begin(world.person, { claims: `{"id_token":{"${CLAIM.personalIdentityNumber}":${number}` })
  await begin(world.person, { code_challenge: undefined, login_hint: number })

  expect(world.log.length).toBeGreaterThan(0)
  expect(JSON.stringify(world.log)).not.toContain(number.slice(0, 8))
  expect(world.log).toContainEqual(
    expect.objectContaining({ level: 'warn', event: 'authorization', error: 'invalid_request' }),
  )
})
