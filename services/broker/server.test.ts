import { connect as connectSocket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthority } from './bankid/authority.ts'
import { createTestBankId } from './bankid/bankid.ts'
import { CLAIM, LEVEL } from './oidc-sweden.ts'
import { createTestBrowser } from './test-browser.ts'
import { answer, begin, signIn } from './test-service.ts'
import { startTestWorld, TINDRA, type TestWorld } from './test-world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await startTestWorld(await createTestBankId(await createAuthority('BankID')))
})

afterAll(() => world.close())

test('discovery tells what the Swedish profile asks a provider to tell', () => {
  const metadata = world.person.config.serverMetadata()
  expect(metadata).toMatchObject({
    issuer: world.issuer,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    subject_types_supported: ['pairwise'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    request_object_signing_alg_values_supported: ['ES256', 'RS256'],
    id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    userinfo_signing_alg_values_supported: ['ES256', 'RS256'],
    acr_values_supported: [LEVEL.loa3],
    claims_parameter_supported: true,
    request_parameter_supported: true,
    require_signed_request_object: true,
    authorization_response_iss_parameter_supported: true,
    'https://id.oidc.se/disco/userMessageSupported': true,
    'https://id.oidc.se/disco/userMessageSupportedMimeTypes': ['text/plain'],
    'https://id.oidc.se/disco/authnProviderSupported': true,
  })
  expect(metadata['ui_locales_supported']).toEqual(expect.arrayContaining(['sv', 'en']))
  expect(metadata.scopes_supported).toEqual(
    expect.arrayContaining([
      'https://id.oidc.se/scope/naturalPersonInfo',
      'https://id.oidc.se/scope/naturalPersonNumber',
    ]),
  )
  expect(metadata.claims_supported).toEqual(expect.arrayContaining([...Object.values(CLAIM), 'txn', 'acr']))
})

test('a form larger than the page sends is refused', async () => {
  const page = await answer(await begin(world.person), { number: '1'.repeat(5000) })
  expect(page.status).toBe(413)
})

test.each([
  '/',
  '/staff',
  '/staff/',
  '/staffroom',
  '/identifiering/',
  '/%E0%A4%A',
  '//evil.invalid/x',
  '/../../etc',
])('the unknown address %s gives a page that says so', async (path) => {
  const page = await createTestBrowser().open(`${world.issuer}${path}`)
  expect([404, 410]).toContain(page.status)
  expect(page.text).toContain('Den är ingen riktig e-legitimation.')
})

test('pages may load nothing but their own style, and may only send forms home or to the client', async () => {
  const { browser, visit } = await begin(world.person)
  const response = await browser.send(visit.url)
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://localhost:4999; " +
      "frame-ancestors 'none'; base-uri 'none'",
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect((await browser.send(`${world.issuer}/broker.css`)).headers.get('content-type')).toContain('text/css')
})

test('bad bytes do not end the broker, and addresses do not follow the Host header', async () => {
  const { port } = new URL(world.issuer)
  for (const bytes of [
    '\u0000\u0001\r\n\r\n',
    'GET http://evil.invalid/auth HTTP/1.1\r\nHost: evil.invalid\r\nConnection: close\r\n\r\n',
  ]) {
    await talk(Number(port), bytes)
  }
  const spoofed = await talk(
    Number(port),
    'GET /.well-known/openid-configuration HTTP/1.1\r\nHost: evil.invalid\r\nX-Forwarded-Host: evil.invalid\r\n' +
      'Connection: close\r\n\r\n',
  )
  expect(spoofed).toContain(`${world.issuer}/token`)
  expect(spoofed).not.toContain('evil.invalid')
})

function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, '127.0.0.1', () => socket.write(bytes))
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(received))
  })
}

test('an identification belongs to the browser that began it', async () => {
  const attempt = await begin(world.person)
  const stranger = createTestBrowser()
  expect((await stranger.open(attempt.visit.url)).status).toBe(410)
  expect(
    (await answer({ ...attempt, browser: stranger }, { person: TINDRA.personalIdentityNumber })).status,
  ).toBe(410)

  const resume = await stranger.open(
    `${world.issuer}/auth/${attempt.visit.url.pathname.split('/').at(-1) ?? ''}`,
  )
  expect(resume.status).toBe(410)
})

test('a finished identification is over, also for the back button', async () => {
  const { attempt } = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  const page = await attempt.browser.open((await begin(world.person)).visit.url)
  expect(page.status).toBe(410)
  expect(page.text).toContain('Identifieringen är redan slut')
})
