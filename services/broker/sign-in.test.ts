import { decodeProtectedHeader } from 'jose'
import { fetchProtectedResource } from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLAIM, LEVEL } from './oidc-sweden.ts'
import { answer, begin, signIn } from './test-service.ts'
import { MARIE, MIRA, startTestWorld, TINDRA, type TestWorld } from './test-world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await startTestWorld()
})

afterAll(() => world.close())

test('a person identifies and the service learns number, name and level', async () => {
  const { back, idToken, userInfo } = await signIn(world.person, { person: TINDRA.personalIdentityNumber })

  expect(back.url.searchParams.get('iss')).toBe(world.issuer)
  expect(idToken).toMatchObject({
    iss: world.issuer,
    acr: LEVEL.loa3,
    [CLAIM.personalIdentityNumber]: TINDRA.personalIdentityNumber,
  })
  expect(idToken.exp - idToken.iat).toBeLessThanOrEqual(300)
  expect(Math.abs(Date.now() / 1000 - Number(idToken.auth_time))).toBeLessThan(10)
  expect(userInfo).toMatchObject({
    sub: idToken.sub,
    name: 'Tindra Ek',
    given_name: 'Tindra',
    family_name: 'Ek',
    birthdate: '2010-01-01',
    [CLAIM.personalIdentityNumber]: TINDRA.personalIdentityNumber,
  })
})

test('the name stays out of the ID token unless it is asked for there', async () => {
  const plain = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  const asked = await signIn(
    world.person,
    { person: TINDRA.personalIdentityNumber },
    { claims: { id_token: { given_name: null } } },
  )
  expect(plain.idToken).not.toHaveProperty('given_name')
  expect(asked.idToken).toHaveProperty('given_name', 'Tindra')
  expect(asked.idToken).not.toHaveProperty('family_name')
})

test('a service that asks for no scope learns no number and no name', async () => {
  const { idToken, userInfo } = await signIn(
    world.person,
    { person: TINDRA.personalIdentityNumber },
    { scope: 'openid', max_age: 120 },
  )
  const all = JSON.stringify({ idToken, userInfo })
  expect(all).not.toContain(TINDRA.personalIdentityNumber)
  expect(all).not.toContain('Tindra')
})

test('facts about the identification come in the ID token when asked for by name', async () => {
  const names = [
    'txn',
    CLAIM.authnProvider,
    CLAIM.deviceIp,
    CLAIM.credentialValidFrom,
    CLAIM.credentialValidTo,
  ] as const
  const plain = await signIn(world.person, { person: MARIE.personalIdentityNumber })
  const asked = await signIn(
    world.person,
    { person: MARIE.personalIdentityNumber },
    { claims: { id_token: Object.fromEntries(names.map((name) => [name, null])) } },
  )

  for (const name of names) expect(plain.idToken).not.toHaveProperty([name])
  expect(asked.idToken).toMatchObject({
    txn: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    [CLAIM.authnProvider]: `${world.issuer}/bankid`,
    [CLAIM.deviceIp]: '127.0.0.1',
  })
  const now = Date.now() / 1000
  expect(asked.idToken[CLAIM.credentialValidFrom]).toBeLessThan(now)
  expect(asked.idToken[CLAIM.credentialValidTo]).toBeGreaterThan(now)
})

test('UserInfo is a signed JWT', async () => {
  const { tokens } = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  const endpoint = new URL(world.person.config.serverMetadata().userinfo_endpoint ?? '')
  const response = await fetchProtectedResource(world.person.config, tokens.access_token, endpoint, 'GET')

  expect(response.headers.get('content-type')).toContain('application/jwt')
  expect(decodeProtectedHeader(await response.text())).toMatchObject({
    alg: 'ES256',
    kid: expect.any(String) as string,
  })
})

test('the subject is the same each time, another for each person, and tells nothing', async () => {
  const first = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  const again = await signIn(world.person, { number: TINDRA.personalIdentityNumber })
  const other = await signIn(world.person, { person: MARIE.personalIdentityNumber })

  expect(again.idToken.sub).toBe(first.idToken.sub)
  expect(other.idToken.sub).not.toBe(first.idToken.sub)
  expect(first.idToken.sub).not.toContain(TINDRA.personalIdentityNumber.slice(0, 6))
})

test('an earlier identification never signs anybody in', async () => {
  const { attempt } = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  const { visit } = await begin(world.person, { prompt: undefined }, attempt.browser)
  expect(visit.status).toBe(200)
  expect(visit.text).toContain('Vem är du?')

  const silent = await begin(world.person, { prompt: 'none' }, attempt.browser)
  expect(silent.visit.url.searchParams.get('error')).toBe('login_required')
  expect(attempt.browser.cookieNames()).not.toContain('broker_session')
})

test('another person can identify in the same browser right after', async () => {
  const { attempt } = await signIn(world.person, { person: TINDRA.personalIdentityNumber })
  const second = await begin(world.person, {}, attempt.browser)
  const back = await answer(second, { person: MARIE.personalIdentityNumber })
  expect(back.url.searchParams.get('code')).toBeTruthy()
})

test('a request sent by POST is served like one sent by GET', async () => {
  const { url, browser } = await begin(world.person)
  const endpoint = new URL(url.pathname, url)
  const page = await browser.open(endpoint, { method: 'POST', body: url.searchParams })
  expect(page.text).toContain('Vem är du?')
})

test('staff have their own issuer, client and people', async () => {
  const { idToken, userInfo } = await signIn(world.staff, { person: MIRA.personalIdentityNumber })
  expect(idToken.iss).toBe(`${world.issuer}/staff`)
  expect(userInfo.name).toBe('Mira Sandell')

  const foreign = await begin({ ...world.person, config: world.staff.config })
  expect(foreign.visit.status).toBe(400)
})
