import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Forgery } from '../../../tests/support/forging-endpoints'
import { startForgingProvider, type ForgingProvider } from '../../../tests/support/forging-provider'
import { clientKeys, numbers, signInWorld, type SignInWorld } from '../../../tests/support/sign-in-world'
import { testVisitor, type TestVisitor } from '../../../tests/support/visitor'
import { loader as callback } from './callback'
import { action as start } from './start'

let provider: ForgingProvider
let other: ForgingProvider
let world: SignInWorld

beforeAll(async () => {
  const keys = await clientKeys()
  const client = { id: 'portal', publicKey: keys.publicKey }
  ;[provider, other] = await Promise.all([startForgingProvider(client), startForgingProvider(client)])
  const settings = { clientId: 'portal', clientKey: keys.setting, broker: 'oidc-sweden' as const }
  world = await signInWorld({
    person: { ...settings, issuer: provider.issuer },
    staff: { ...settings, issuer: other.issuer },
  })
})

beforeEach(async () => {
  provider.forge()
  world.log.length = 0
  await world.query('delete from session')
})

afterAll(() => Promise.all([world.close(), provider.close(), other.close()]))

const now = () => Math.floor(Date.now() / 1000)
const without = (claim: string) => (claims: JWTPayload) => ({ ...claims, [claim]: undefined })
const saying = (changes: JWTPayload) => (claims: JWTPayload) => ({ ...claims, ...changes })
const loa = (level: number) => `http://id.elegnamnden.se/loa/1.0/loa${level}`
const number = 'https://id.oidc.se/claim/personalIdentityNumber'

async function begin(visitor: TestVisitor): Promise<string> {
  const { status, location } = await visitor.post(start, '/auth/start')
  expect(status).toBe(303)
  return location!
}

async function signIn(forgery: Forgery, visitor = testVisitor(world.context)) {
  provider.forge(forgery)
  const query = await provider.identify(await begin(visitor), numbers.tindra)
  return visitor.get(callback, `/auth/callback?${query}`)
}

/** Nobody was let in, the page is the calm one, and the log has one line that tells nothing about a person. */
async function expectNobodyIn(answer: Awaited<ReturnType<typeof signIn>>, outcome: string) {
  expect(answer.told).toMatchObject({ outcome, tryAgain: '/logga-in' })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await world.query('select from session')).toEqual([])
  const lines = world.log.filter(({ level }) => level >= 40)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    event: 'signInEnded',
    reason: outcome,
    requestId: world.context.requestId,
  })
  expect(JSON.stringify(world.log)).not.toMatch(/2010|Tindra|Ek|sub-|eyJ|xxx/)
}

test('an honest answer lets the person in', async () => {
  const answer = await signIn({})
  expect(answer).toMatchObject({ status: 303, location: '/hem' })
  expect(await world.query('select kind, device from session')).toEqual([{ kind: 'person', device: 'phone' }])
})

test.each<[string, Forgery, string?]>([
  ['from another issuer', { idToken: saying({ iss: 'https://elsewhere.example' }) }],
  ['for another client', { idToken: saying({ aud: 'another' }) }],
  ['for several clients without azp', { idToken: saying({ aud: ['portal', 'another'] }) }],
  ['for several clients with azp', { idToken: saying({ aud: ['portal', 'another'], azp: 'portal' }) }],
  ['authorised for another party', { idToken: saying({ azp: 'another' }) }],
  ['without nonce', { idToken: without('nonce') }],
  ['with another nonce', { idToken: saying({ nonce: 'another' }) }],
  ['with a broken signature', { idTokenBy: 'broken' }],
  ['signed by a stranger under the right key id', { idTokenBy: 'stranger' }],
  ['signed with an unknown key', { idTokenBy: 'unknownKey' }],
  ['unsigned', { idTokenBy: 'nobody' }],
  ['with an HMAC of the public key', { idTokenBy: 'hmacOfPublicKey' }],
  ['that has expired', { idToken: saying({ exp: now() - 60 }) }],
  ['without an end', { idToken: without('exp') }],
  ['made long ago', { idToken: saying({ iat: now() - 400 }) }],
  ['made in the future', { idToken: saying({ iat: now() + 90 }) }],
  ['not valid yet', { idToken: saying({ nbf: now() + 90 }) }],
  ['from an earlier identification', { idToken: saying({ auth_time: now() - 200 }) }],
  ['from an identification to come', { idToken: saying({ auth_time: now() + 90 }) }],
  ['without the time of identification', { idToken: without('auth_time') }],
  ['without subject', { idToken: without('sub') }],
  ['with an empty subject', { idToken: saying({ sub: '' }), userInfo: saying({ sub: '' }) }],
  ['with a subject that is no text', { idToken: saying({ sub: 7 as unknown as string }) }],
  [
    'with a subject longer than any',
    { idToken: saying({ sub: 'x'.repeat(256) }), userInfo: saying({ sub: 'x'.repeat(256) }) },
  ],
  ['without number', { idToken: without(number), userInfo: without(number) }],
  [
    'with a number that fails its check digit',
    { idToken: saying({ [number]: '201001012383' }), userInfo: without(number) },
  ],
  ['with ten digits', { idToken: saying({ [number]: '1001012382' }), userInfo: without(number) }],
  ['without level', { idToken: without('acr') }, 'levelTooLow'],
  ['at a level too low', { idToken: saying({ acr: loa(2) }) }, 'levelTooLow'],
  ['at a level we do not know', { idToken: saying({ acr: 'urn:high' }) }, 'levelTooLow'],
])('an ID token %s lets nobody in', async (_what, forgery, outcome = 'failed') => {
  await expectNobodyIn(await signIn(forgery), outcome)
})

test.each<[string, Forgery]>([
  ['about another subject', { userInfo: saying({ sub: 'another' }) }],
  ['without subject', { userInfo: without('sub') }],
  ['with another number', { userInfo: saying({ [number]: numbers.marie }) }],
  ['for another client', { userInfo: saying({ aud: 'another' }) }],
  ['from another issuer', { userInfo: saying({ iss: 'https://elsewhere.example' }) }],
  ['for nobody named', { userInfo: without('aud') }],
  ['from nobody named', { userInfo: without('iss') }],
  ['for a list without us', { userInfo: saying({ aud: ['another', 'third'] }) }],
  ['unsigned', { userInfoBy: 'plain' }],
  ['with alg none', { userInfoBy: 'nobody' }],
  ['with a wrong signature', { userInfoBy: 'broken' }],
  ['signed by a stranger', { userInfoBy: 'stranger' }],
])('UserInfo %s lets nobody in', async (_what, forgery) => {
  await expectNobodyIn(await signIn(forgery), 'failed')
})

test.each<[string, NonNullable<Forgery['token']>, string]>([
  ['an error', (response) => response.writeHead(400, json).end('{"error":"invalid_grant"}'), 'failed'],
  [
    'an error with words in it',
    (response) => response.writeHead(400, json).end('{"error":"Tindra Ek 201001012382"}'),
    'failed',
  ],
  ['something that is not JSON', (response) => response.writeHead(200, json).end('<html>'), 'failed'],
  [
    'no ID token',
    (response) => response.writeHead(200, json).end('{"access_token":"a","token_type":"Bearer"}'),
    'failed',
  ],
  ['a redirect', (response) => response.writeHead(302, { Location: other.issuer }).end(), 'failed'],
  ['sixty-four megabytes', (response) => void sendMuch(response), 'failed'],
  ['a fault of its own', (response) => response.writeHead(500, json).end('{}'), 'brokerAway'],
  ['a cut connection', (response) => response.destroy(), 'brokerAway'],
  ['nothing for longer than we wait', () => undefined, 'brokerAway'],
])('a token endpoint that answers %s lets nobody in', async (_what, token, outcome) => {
  await expectNobodyIn(await signIn({ token }), outcome)
})

const json = { 'Content-Type': 'application/json' }

async function sendMuch(response: Parameters<NonNullable<Forgery['token']>>[0]): Promise<void> {
  response.on('error', () => undefined).writeHead(200, json)
  const part = Buffer.alloc(1024 * 1024, ' ')
  for (let sent = 0; sent < 64 && !response.destroyed; sent += 1) {
    if (!response.write(part))
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
  }
  response.end()
}

test.each<[string, (query: URLSearchParams) => void, string]>([
  ['without state', (query) => query.delete('state'), 'lost'],
  ['with another state', (query) => query.set('state', 'x'.repeat(43)), 'lost'],
  ['with the state twice', (query) => query.append('state', query.get('state')!), 'lost'],
  ['with two codes', (query) => query.append('code', 'another'), 'failed'],
  ['without a code', (query) => query.delete('code'), 'failed'],
  ['with a code that was never given', (query) => query.set('code', 'another'), 'failed'],
  ['that names another provider', (query) => query.set('iss', other.issuer), 'failed'],
  ['that names no provider', (query) => query.delete('iss'), 'failed'],
  ['that brings an ID token along', (query) => query.set('id_token', 'eyJ'), 'failed'],
  ['that says the person cancelled', answering('access_denied'), 'cancelled'],
  ['that says the level was not met', answering('unmet_authentication_requirements'), 'levelTooLow'],
  ['that says the provider is busy', answering('temporarily_unavailable'), 'brokerAway'],
  ['that says we asked wrongly', answering('invalid_request'), 'failed'],
  ['with an error nobody has named', answering('Tindra Ek'), 'failed'],
  ['with a NUL in the code', (query) => query.set('code', 'a\0b'), 'failed'],
  ['with a NUL as the error', answering('\0'), 'failed'],
  ['with a NUL in the state', (query) => query.set('state', 'staff\0'), 'lost'],
])('a return %s lets nobody in', async (_what, forge, outcome) => {
  await expectNobodyIn(await signIn({ callback: forge }), outcome)
})

function answering(error: string) {
  return (query: URLSearchParams) => {
    query.delete('code')
    query.set('error', error)
    query.set('error_description', 'Tindra Ek, 201001012382')
  }
}

test.each(['%FF', '%00', '%', '%ED%A0%80'])(
  'a return with %s in its place is answered calmly',
  async (text) => {
    const visitor = testVisitor(world.context)
    await begin(visitor)
    const lost = await visitor.get(callback, `/auth/callback?state=${text}&code=${text}`)
    expect(lost).toMatchObject({ status: 400, told: { outcome: 'lost' } })
    const query = await provider.identify(await begin(visitor), numbers.tindra)
    query.delete('code')
    const failed = await visitor.get(callback, `/auth/callback?${query}&code=${text}`)
    expect(failed).toMatchObject({ status: 502, told: { outcome: 'failed' } })
    expect(await world.query('select from session')).toEqual([])
  },
)

test('a return is taken once', async () => {
  const visitor = testVisitor(world.context)
  const query = await provider.identify(await begin(visitor), numbers.tindra)
  expect((await visitor.get(callback, `/auth/callback?${query}`)).location).toBe('/hem')
  await world.query('delete from session')
  await expectNobodyIn(await visitor.get(callback, `/auth/callback?${query}`), 'lost')
})

test('a return in another browser lets nobody in, and still counts in the browser that began', async () => {
  const [mine, theirs] = [testVisitor(world.context), testVisitor(world.context)]
  await begin(theirs)
  const query = await provider.identify(await begin(mine), numbers.tindra)
  await expectNobodyIn(await theirs.get(callback, `/auth/callback?${query}`), 'lost')
  expect((await mine.get(callback, `/auth/callback?${query}`)).location).toBe('/hem')
})

test('a return after a quarter of an hour lets nobody in', async () => {
  const visitor = testVisitor(world.context)
  const query = await provider.identify(await begin(visitor), numbers.tindra)
  await world.query(`update pending_identification set started_at = now() - interval '16 minutes'`)
  await expectNobodyIn(await visitor.get(callback, `/auth/callback?${query}`), 'lost')
})

test('a code of one provider, brought to a sign-in begun with the other, lets nobody in', async () => {
  const visitor = testVisitor(world.context)
  const staff = await visitor.post(start, '/auth/start', { kind: 'staff' })
  const asked = await other.identify(staff.location!, numbers.mira)
  const given = await provider.identify(await begin(visitor), numbers.tindra)
  given.set('state', asked.get('state')!)
  const answer = await visitor.get(callback, `/auth/callback?${given}`)
  expect(answer.told).toMatchObject({ outcome: 'failed', tryAgain: '/handlaggare/logga-in' })
  expect(await world.query('select from session')).toEqual([])
})
