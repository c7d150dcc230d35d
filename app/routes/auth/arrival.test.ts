import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgingWorld, type ForgingWorld } from '../../../tests/support/forging-world'
import { numbers } from '../../../tests/support/sign-in-world'
import { testVisitor, type Answer, type TestVisitor } from '../../../tests/support/visitor'
import { action as choose, loader as choices } from './municipality'
import { loader as callback } from './callback'
import { action as start } from './start'

let world: ForgingWorld

beforeAll(async () => {
  world = await forgingWorld()
})

beforeEach(async () => {
  world.log.length = 0
  await world.query(
    'truncate session, pending_identification, sign_in_choice, rate_count; delete from audit_event',
  )
})

afterAll(() => world.close())

async function arrive(
  number: string,
  fields: Record<string, string> = {},
  visitor = testVisitor(world.context),
): Promise<Answer> {
  const { location } = await visitor.post(start, '/auth/start', fields)
  const query = await world.provider.identify(location!, number)
  return visitor.get(callback, `/auth/callback?${query}`)
}

const tokenOf = (visitor: TestVisitor, name = '__Host-sid') => visitor.cookies.get(name) ?? ''

test('somebody with a case comes to the page they asked for, with a session of their own', async () => {
  const visitor = testVisitor(world.context)
  const answer = await arrive(numbers.tindra, { till: '/arenden/a1/anteckningar' }, visitor)
  expect(answer).toMatchObject({ status: 303, location: '/arenden/a1/anteckningar' })
  expect(answer.headers.get('Set-Cookie')).toMatch(
    /^__Host-sid=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  const [session] = await world.query<{ kind: string; token_hash: Buffer }>(
    'select kind, token_hash from session',
  )
  expect(session).toMatchObject({ kind: 'person' })
  expect(session!.token_hash.toString('hex')).not.toContain(
    Buffer.from(tokenOf(visitor).split('.')[1]!, 'base64url').toString('hex'),
  )
  expect(await world.query('select action, actor_kind, device from audit_event')).toEqual([
    { action: 'signedIn', actor_kind: 'person', device: 'phone' },
  ])
})

test('what is logged of an arrival names no person', async () => {
  await arrive(numbers.tindra)
  expect(world.log).toMatchObject([
    { event: 'identified', kind: 'person', level: 30, loa: 'loa3', eId: 'bankid', transaction: 'txn-1' },
  ])
  expect(JSON.stringify(world.log)).not.toMatch(/2010|Tindra|sub-/)
})

test('a new sign-in gives a new token and ends the session this browser had', async () => {
  const visitor = testVisitor(world.context)
  await arrive(numbers.tindra, {}, visitor)
  const first = tokenOf(visitor)
  await arrive(numbers.tindra, {}, visitor)
  expect(tokenOf(visitor)).not.toBe(first)
  expect(await world.query('select from session')).toHaveLength(1)
})

test('a token somebody planted before sign-in is not the one that is let in', async () => {
  const visitor = testVisitor(world.context)
  const planted = `00000000-0000-4000-8000-000000000000.${'a'.repeat(43)}`
  visitor.cookies.set('__Host-sid', planted)
  await arrive(numbers.tindra, {}, visitor)
  expect(tokenOf(visitor)).not.toBe(planted)
})

test('another browser keeps its session', async () => {
  await arrive(numbers.tindra)
  await arrive(numbers.tindra)
  expect(await world.query('select from session')).toHaveLength(2)
})

test('sessions nobody came back to are swept when somebody signs in', async () => {
  await arrive(numbers.tindra)
  await world.query(`update session set started_at = now() - interval '25 hours'`)
  await arrive(numbers.tindra)
  expect(await world.query('select from session')).toHaveLength(1)
})

test('a caseworker comes to the staff pages, with a session of that kind', async () => {
  const visitor = testVisitor(world.context)
  expect(await arrive(numbers.mira, { kind: 'staff' }, visitor)).toMatchObject({
    status: 303,
    location: '/handlaggare',
  })
  expect(tokenOf(visitor, '__Host-staff-sid')).not.toBe('')
  expect(await world.query('select kind from session')).toEqual([{ kind: 'staff' }])
})

test.each([
  ['nobody any municipality knows', numbers.nobody],
  ['somebody in the register without a case', numbers.henrik],
  ['a caseworker without a case of her own', numbers.mira],
])('%s gets the same page, with telephones', async (_who, number) => {
  expect(await arrive(number)).toMatchObject({
    status: 403,
    told: {
      outcome: 'unknown',
      contacts: [
        { name: 'Ekdala kommun', phone: '0555-010 00' },
        { name: 'Grannby kommun', phone: '0555-020 00' },
      ],
    },
  })
  expect(await world.query('select from session')).toEqual([])
})

test('a child too young to sign in alone is told so kindly, and the refusal is on record', async () => {
  expect(await arrive(numbers.alva)).toMatchObject({
    status: 403,
    told: { outcome: 'readsWithAdult', contacts: [{ name: 'Ekdala kommun', phone: '0555-010 00' }] },
  })
  expect(await world.query('select action from audit_event')).toEqual([{ action: 'refusedSignIn' }])
  expect(await world.query('select from session')).toEqual([])
})

test('the day the child is old enough, the same sign-in lets them in', async () => {
  const birthday = { ...world.context, now: () => new Date('2028-01-01T23:30:00Z') }
  expect((await arrive(numbers.alva, {}, testVisitor(birthday))).location).toBe('/hem')
})

test.each([
  ['somebody who is not staff', numbers.tindra],
  ['nobody at all', numbers.nobody],
])('%s is not let in among the staff', async (_who, number) => {
  expect(await arrive(number, { kind: 'staff' })).toMatchObject({
    status: 403,
    told: { outcome: 'unknownStaff', contacts: [] },
  })
})

test('somebody who has left is not let in among the staff', async () => {
  await world.query(`update staff_member set employed = '[2020-01-01,2026-09-15)'`)
  expect((await arrive(numbers.mira, { kind: 'staff' })).status).toBe(403)
  await world.query(`update staff_member set employed = '[2020-01-01,)'`)
})

test('somebody known in two municipalities chooses, without identifying again, once', async () => {
  const visitor = testVisitor(world.context)
  expect(await arrive(numbers.marie, { till: '/insyn' }, visitor)).toMatchObject({
    status: 303,
    location: '/auth/kommun',
  })
  expect(await world.query('select from session')).toEqual([])
  const { told } = await visitor.get(choices, '/auth/kommun')
  const { offers } = told as { offers: { municipalityId: string; municipalityName: string }[] }
  expect(offers).toMatchObject([
    { municipalityName: 'Ekdala kommun', kind: 'person' },
    { municipalityName: 'Grannby kommun', kind: 'person' },
  ])

  const kommun = offers[1]!.municipalityId
  expect(await visitor.post(choose, '/auth/kommun', { kommun })).toMatchObject({
    status: 303,
    location: '/insyn',
  })
  expect(tokenOf(visitor)).toMatch(new RegExp(`^${kommun}\\.`))
  expect(await visitor.post(choose, '/auth/kommun', { kommun })).toMatchObject({
    status: 400,
    told: { outcome: 'lost' },
  })
})

test.each([
  ['in another browser', () => testVisitor(world.context), ''],
  [
    'after five minutes',
    (mine: TestVisitor) => mine,
    `update sign_in_choice set verified_at = now() - interval '6 minutes'`,
  ],
  ['after somebody else has signed in there', (mine: TestVisitor) => mine, 'tindra'],
])('the choice of municipality cannot be made %s', async (_when, who, meanwhile) => {
  const mine = testVisitor(world.context)
  await arrive(numbers.marie, {}, mine)
  const [ekdala] = await world.query<{ id: string }>(
    `select id from municipality where name = 'Ekdala kommun'`,
  )
  if (meanwhile === 'tindra') await arrive(numbers.tindra, {}, mine)
  else if (meanwhile) await world.query(meanwhile)
  const answer = await who(mine).post(choose, '/auth/kommun', { kommun: ekdala!.id })
  expect(answer).toMatchObject({ status: 400, told: { outcome: 'lost' } })
})

test.each([
  ['another municipality', '00000000-0000-4000-8000-000000000000'],
  ['no municipality', 'Ekdala'],
  ['nothing', ''],
])('choosing %s lets nobody in', async (_what, kommun) => {
  const visitor = testVisitor(world.context)
  await arrive(numbers.marie, {}, visitor)
  expect(await visitor.post(choose, '/auth/kommun', { kommun })).toMatchObject({ told: { outcome: 'lost' } })
  expect(await world.query('select from session')).toEqual([])
})

test('staff who chose too late are shown their own door', async () => {
  const late = await testVisitor(world.context).post(choose, '/auth/kommun', { kind: 'staff', kommun: '' })
  expect(late.told).toMatchObject({ outcome: 'lost', tryAgain: '/handlaggare/logga-in' })
})

test('a database that is away gives the page for that, and nothing is left half done', async () => {
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start')
  const query = await world.provider.identify(location!, numbers.tindra)
  const away = new Error('away')
  away.name = 'DatabaseAway'
  const context = {
    ...world.context,
    database: { ...world.context.database, asService: () => Promise.reject(away) },
  }
  const blind = testVisitor(context)
  blind.cookies.set('__Host-sign-in', visitor.cookies.get('__Host-sign-in')!)
  expect(await blind.get(callback, `/auth/callback?${query}`)).toMatchObject({
    status: 503,
    told: { problem: 'unavailable' },
  })
  expect((await visitor.get(callback, `/auth/callback?${query}`)).location).toBe('/hem')
})
