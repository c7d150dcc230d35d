import { UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthority } from './bankid/authority.ts'
import { createTestBankId } from './bankid/bankid.ts'
import { CLAIM, PARAMETER, SCOPE } from './oidc-sweden.ts'
import { SIGN_FAULTS } from './sign-fault.ts'
import { createTestBrowser } from './test-browser.ts'
import { answer, begin, errorOf, exchange } from './test-service.ts'
import { MARIE, startTestWorld, TINDRA, type TestWorld } from './test-world.ts'
import { translator } from './texts.ts'

let world: TestWorld

beforeAll(async () => {
  world = await startTestWorld(await createTestBankId(await createAuthority('BankID')))
})

afterAll(() => world.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const text = 'Du tar emot beslutet.\n\n  Åtta – <b>&amp;</b>  slut'
const signRequest = { tbs_data: base64('{}'), sign_message: { message: base64(text) } }
const order = {
  scope: `openid ${SCOPE.naturalPersonNumber} ${SCOPE.sign}`,
  prompt: 'login consent',
  ui_locales: 'sv',
  [PARAMETER.signRequest]: signRequest,
}
const pinned = (value: string) => ({
  claims: { id_token: { [CLAIM.personalIdentityNumber]: { essential: true, value } } },
})
const saying = (changes: object) => ({ ...order, [PARAMETER.signRequest]: { ...signRequest, ...changes } })
const person = MARIE.personalIdentityNumber

test('it says that it takes orders of signatures', () => {
  const metadata = world.person.config.serverMetadata()
  expect(metadata.scopes_supported).toContain(SCOPE.sign)
  expect(metadata.claims_supported).toEqual(
    expect.arrayContaining([CLAIM.userSignature, CLAIM.authnEvidence]),
  )
})

test.each([
  ['without login', { ...order, prompt: 'consent' }],
  ['without consent', { ...order, prompt: 'login' }],
  ['without a prompt', { ...order, prompt: undefined }],
  ['without the order', { ...order, [PARAMETER.signRequest]: undefined }],
  ['with an order as text', { ...order, [PARAMETER.signRequest]: 'sign' }],
  ['with an order and no scope', { ...order, scope: 'openid' }],
  ['for consent without a signature', { ...order, scope: 'openid', [PARAMETER.signRequest]: undefined }],
  ['without data', saying({ tbs_data: undefined })],
  ['with data that is no base64', saying({ tbs_data: '{}' })],
  ['without a text', saying({ sign_message: undefined })],
  ['with an empty list of texts', saying({ sign_message: {} })],
  ['with a text that is no base64', saying({ sign_message: { message: 'Hej!' } })],
  ['in markdown', saying({ sign_message: { message: base64(text), mime_type: 'text/markdown' } })],
])('an order to sign %s is refused', async (_what, members) => {
  expect(errorOf((await begin(world.person, members)).visit)).toBe('invalid_request')
})

test.each([
  ['with too much data', saying({ tbs_data: base64('a'.repeat(150_001)) })],
  ['with a text too long', saying({ sign_message: { message: base64('a'.repeat(30_001)) } })],
])('an order to sign %s, in a form, is refused', async (_what, members) => {
  const { url } = await begin(world.person, members)
  const form = { method: 'POST', body: url.searchParams }
  expect(errorOf(await createTestBrowser().open(url.origin + url.pathname, form))).toBe('invalid_request')
})

test('a form longer than any order is refused', async () => {
  const body = new URLSearchParams({ request: 'a'.repeat(600_000) })
  const { status } = await createTestBrowser().open(`${world.issuer}/auth`, { method: 'POST', body })
  expect(status).toBe(413)
})

test('an order that is unsigned, or stands outside the signed request, is refused', async () => {
  const { url, redirectUri } = { url: (await begin(world.person)).url, redirectUri: world.person.redirectUri }
  const payload = { ...order, client_id: 'portal', redirect_uri: redirectUri, response_type: 'code' }
  const outside = new URL((await begin(world.person, { ...order, [PARAMETER.signRequest]: undefined })).url)
  outside.searchParams.set(PARAMETER.signRequest, JSON.stringify(signRequest))
  url.searchParams.set(
    'request',
    new UnsecuredJWT(payload).setIssuer('portal').setAudience(world.issuer).encode(),
  )
  expect((await createTestBrowser().open(url)).status).toBe(400)
  expect(errorOf(await createTestBrowser().open(outside))).toBe('invalid_request')
})

test('the text is shown to the signer as it is, and only then', async () => {
  const attempt = await begin(world.person, { ...order, ...pinned(person) })
  expect(attempt.visit.text).not.toContain('Du tar emot')
  const shown = await answer(attempt, { person, action: 'identify' })
  expect(shown.text).toContain('Du tar emot beslutet.\n\n  Åtta – &lt;b&gt;&amp;amp;&lt;/b&gt;  slut</div>')
  expect(shown.text).toContain('Skriva under')
  expect(shown.text).not.toContain('Identifiera')
})

test.each([
  ['choosing', { action: 'identify' }],
  ['signing at once', { action: 'sign' }],
])('somebody else gets an error before the text is shown, %s', async (_what, fields) => {
  const attempt = await begin(world.person, { ...order, ...pinned(person) })
  const back = await answer(attempt, { person: TINDRA.personalIdentityNumber, ...fields })
  expect(errorOf(back)).toBe('unmet_authentication_requirements')
})

test('whoever is nobody is asked again', async () => {
  const attempt = await begin(world.person, order)
  const again = await answer(attempt, { action: 'sign' })
  expect(again).toMatchObject({ status: 422 })
  expect(again.text).not.toContain('Du tar emot')
})

test('a signature comes in the ID token alone', async () => {
  const attempt = await begin(world.person, { ...order, ...pinned(person) })
  const back = await answer(attempt, { person, action: 'sign' })
  const tokens = await exchange(world.person, attempt, back.url)
  expect(tokens.claims()).toHaveProperty([CLAIM.userSignature])
  const endpoint = world.person.config.serverMetadata().userinfo_endpoint!
  const told = await fetch(endpoint, { headers: { authorization: `Bearer ${tokens.access_token}` } })
  const [, payload = ''] = (await told.text()).split('.')
  expect(Buffer.from(payload, 'base64url').toString()).not.toContain('userSignature')
})

test('a broker without a bank offers no signatures', async () => {
  const other = await startTestWorld()
  expect(other.person.config.serverMetadata().scopes_supported).not.toContain(SCOPE.sign)
  await other.close()
})

test('every fault can be chosen, in words', () => {
  const t = translator('sv')
  expect(SIGN_FAULTS.map((fault) => t(`fault.${fault}`)).filter((words) => words === '')).toEqual([])
})
