import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startForgingProvider, type ForgingProvider } from '../../../tests/support/forging-provider'
import {
  clientKeys,
  numbers,
  origin,
  signInWorld,
  type SignInWorld,
} from '../../../tests/support/sign-in-world'
import { testVisitor } from '../../../tests/support/visitor'
import { loader as callback } from './callback'
import { action as start } from './start'

const usedEId = 'https://id.oidc.se/claim/authnProvider'
let provider: ForgingProvider
let world: SignInWorld

beforeAll(async () => {
  const keys = await clientKeys()
  provider = await startForgingProvider({ id: 'portal', publicKey: keys.publicKey })
  const settings = { clientId: 'portal', clientKey: keys.setting, broker: 'oidc-sweden' as const }
  world = await signInWorld({
    person: {
      ...settings,
      issuer: provider.issuer,
      eIds: { bankid: 'https://broker/bankid', freja: 'https://broker/freja' },
    },
    // Nobody listens there.
    staff: { ...settings, issuer: 'http://127.0.0.1:1' },
  })
})

beforeEach(async () => {
  world.log.length = 0
  provider.forge({ idToken: (claims) => ({ ...claims, [usedEId]: 'https://broker/bankid' }) })
  await world.query('truncate pending_identification, rate_count, session')
})

afterAll(() => Promise.all([world.close(), provider.close()]))

test('the request asks for a fresh identification at level 3, signed, in the reader’s language', async () => {
  const context = { ...world.context, visitor: { ...world.context.visitor, language: 'fi' as const } }
  const { location } = await testVisitor(context).post(start, '/auth/start', { eid: 'freja' })
  await provider.identify(location!, numbers.tindra)
  const loa = (level: number) => `http://id.elegnamnden.se/loa/1.0/loa${level}`
  expect(provider.asked()).toMatchObject({
    iss: 'portal',
    aud: provider.issuer,
    response_type: 'code',
    redirect_uri: `${origin}/auth/callback`,
    scope: 'openid https://id.oidc.se/scope/naturalPersonNumber',
    prompt: 'login',
    max_age: 120,
    code_challenge_method: 'S256',
    ui_locales: 'fi sv en',
    'https://id.oidc.se/param/authnProvider': 'https://broker/freja',
    claims: {
      id_token: {
        acr: { essential: true, values: [loa(3), loa(4)] },
        'https://id.oidc.se/claim/personalIdentityNumber': { essential: true },
      },
    },
  })
})

test('the words for the e-ID app are an object of base64 texts, Swedish for every other language', async () => {
  const context = { ...world.context, visitor: { ...world.context.visitor, language: 'so' as const } }
  const { location } = await testVisitor(context).post(start, '/auth/start')
  await provider.identify(location!, numbers.tindra)
  const message = provider.asked()['https://id.oidc.se/param/userMessage'] as Record<string, string>
  const read = (name: string) => Buffer.from(message[name] ?? '', 'base64').toString()
  expect(Object.keys(message)).toEqual(['message', 'message#sv', 'message#so', 'mime_type'])
  expect(read('message')).toMatch(/^Du loggar in på Mina sidor/)
  expect(read('message#so')).toMatch(/^Waxaad galaysaa Mina sidor/)
})

test('the address that is sent names no person and repeats what OpenID Connect wants outside the request', async () => {
  const { location } = await testVisitor(world.context).post(start, '/auth/start')
  const { searchParams } = new URL(location!)
  expect([...searchParams.keys()].sort()).toEqual(['client_id', 'request', 'response_type', 'scope'])
})

test('several tabs wait at once, in one browser, and each may finish', async () => {
  const visitor = testVisitor(world.context)
  const first = await visitor.post(start, '/auth/start', { till: '/insyn' })
  const secret = visitor.cookies.get('__Host-sign-in')
  const second = await visitor.post(start, '/auth/start', { till: '/installningar' })
  expect(visitor.cookies.get('__Host-sign-in')).toBe(secret)
  for (const [{ location }, page] of [
    [first, '/insyn'],
    [second, '/installningar'],
  ] as const) {
    const query = await provider.identify(location!, numbers.tindra)
    expect((await visitor.get(callback, `/auth/callback?${query}`)).location).toBe(page)
  }
})

test('the sixth waiting sign-in of a browser takes the place of the first', async () => {
  const visitor = testVisitor(world.context)
  const starts = []
  for (let tab = 0; tab < 6; tab += 1) starts.push(await visitor.post(start, '/auth/start'))
  const query = await provider.identify(starts[0]!.location!, numbers.tindra)
  expect((await visitor.get(callback, `/auth/callback?${query}`)).told).toMatchObject({ outcome: 'lost' })
})

test('the database holds no secret of the browser, only hashes', async () => {
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start')
  await provider.identify(location!, numbers.tindra)
  const rows = JSON.stringify(await world.query('select * from pending_identification'))
  expect(rows).not.toContain(String(provider.asked()['state']))
  expect(rows).not.toContain(visitor.cookies.get('__Host-sign-in'))
})

test('the browser cookie lasts as long as a sign-in may take, and a strange one is replaced', async () => {
  const visitor = testVisitor(world.context)
  visitor.cookies.set('__Host-sign-in', 'short')
  const { headers } = await visitor.post(start, '/auth/start')
  expect(headers.get('Set-Cookie')).toMatch(
    /^__Host-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=900$/,
  )
})

test('a return address that is not ours is forgotten', async () => {
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start', { till: '//elsewhere.example/hem' })
  const query = await provider.identify(location!, numbers.tindra)
  expect((await visitor.get(callback, `/auth/callback?${query}`)).location).toBe('/hem')
})

test('where several e-IDs are agreed on, an answer by another one lets nobody in', async () => {
  provider.forge({ idToken: (claims) => ({ ...claims, [usedEId]: 'https://broker/unknown' }) })
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start', { eid: 'bankid' })
  const query = await provider.identify(location!, numbers.tindra)
  expect((await visitor.get(callback, `/auth/callback?${query}`)).told).toMatchObject({ outcome: 'failed' })
})

test('a broker that is away gives a page that says so, and one line', async () => {
  const answer = await testVisitor(world.context).post(start, '/auth/start', { kind: 'staff' })
  expect(answer).toMatchObject({
    status: 503,
    told: { outcome: 'brokerAway', tryAgain: '/handlaggare/logga-in' },
  })
  expect(answer.headers.get('Retry-After')).toBe('60')
  expect(world.log).toMatchObject([
    { event: 'signInEnded', reason: 'brokerAway', kind: 'staff', detail: 'answer silent' },
  ])
})

test('too many tries from one address wait; persons and staff, and other addresses, are counted apart', async () => {
  const visitor = testVisitor(world.context)
  for (const [bucket, tries] of [
    ['signIn person', 119],
    ['signIn staff', 600],
  ] as const) {
    await world.context.database.asService(world.context.now(), (tx) =>
      sql`select rate_take(${bucket}, ${world.context.callerKey}, 1, '15 minutes') from generate_series(1, ${tries}::int)`.execute(
        tx,
      ),
    )
  }
  expect((await visitor.post(start, '/auth/start')).status).toBe(303)
  const refused = await visitor.post(start, '/auth/start')
  expect(refused).toMatchObject({ status: 429, told: { outcome: 'tooManyTries' } })
  expect(refused.headers.get('Retry-After')).toBe('900')
  expect((await visitor.post(start, '/auth/start', { kind: 'staff' })).status).toBe(429)
  const elsewhere = { ...world.context, callerKey: Buffer.alloc(32, 8) }
  expect((await testVisitor(elsewhere).post(start, '/auth/start')).status).toBe(303)
})
