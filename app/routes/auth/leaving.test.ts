import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asPerson } from '../../access/guard'
import { quickExitAddress } from '../../access/quick-exit-address'
import { holderMarkOf } from '../../access/holder-mark'
import { startSession } from '../../access/session'
import type { SignInKind } from '../../oidc/sign-in-kind'
import { signInWorld, type SignInWorld } from '../../../tests/support/sign-in-world'
import { testKeys } from '../../../tests/support/keys'
import { holderField } from '../../ui/form/holder'
import { testVisitor, type TestVisitor } from '../../../tests/support/visitor'
import { action as exit } from './quick-exit'
import { action as stay } from './session'
import { action as signOut } from './sign-out'

const cookieNames = { person: '__Host-sid', staff: '__Host-staff-sid' }
let world: SignInWorld

beforeAll(async () => {
  const nowhere = {
    issuer: 'http://127.0.0.1:1',
    clientId: 'portal',
    clientSecret: 'secret',
    broker: 'oidc-sweden' as const,
  }
  world = await signInWorld({ person: nowhere, staff: nowhere })
})

beforeEach(() => world.query('truncate session; delete from audit_event'))

afterAll(() => world.close())

async function signedIn(kind: SignInKind, visitor = testVisitor(world.context)): Promise<TestVisitor> {
  const who = await found(kind)
  const admission = {
    kind,
    municipalityId: who.municipality_id,
    subjectId: who.id,
    device: 'phone' as const,
  }
  const cookie = await world.context.database.asService(world.context.now(), (tx) =>
    startSession(tx, admission, null),
  )
  visitor.cookies.set(cookieNames[kind], cookie)
  return visitor
}

const people = { person: 'Tindra', staff: 'Mira' } as const

/** What a form drawn for somebody carries. */
async function formOf(kind: SignInKind): Promise<{ holder: string }> {
  const { municipality_id: municipalityId, id: subjectId } = await found(kind)
  return { [holderField]: holderMarkOf(kind, { municipalityId, subjectId }, testKeys) }
}

async function found(kind: SignInKind) {
  const table = kind === 'person' ? 'person' : 'staff_member'
  const [who] = await world.query<{ id: string; municipality_id: string }>(
    `select id, municipality_id from ${table} where given_name = $1`,
    [people[kind]],
  )
  return who!
}

const livingSessions = async () =>
  (await world.query<{ kind: string }>('select kind from session order by kind')).map(({ kind }) => kind)
const deeds = async () =>
  (await world.query<{ action: string }>(`select action from audit_event where action <> 'signedIn'`)).map(
    ({ action }) => action,
  )

test('signing out ends the session on the server, erases the cookies and says so in the history', async () => {
  const visitor = await signedIn('person')
  visitor.cookies.set('__Host-sign-in', 'x').set('__Host-language', 'ar').set('__Host-closed-here', 'notes')
  const answer = await visitor.post(signOut, '/logga-ut')
  expect(answer).toMatchObject({ status: 303, location: '/?utloggad=1' })
  expect(answer.headers.get('Clear-Site-Data')).toBe('"storage"')
  expect(await livingSessions()).toEqual([])
  expect(await deeds()).toEqual(['signedOut'])
  expect([...visitor.cookies.keys()]).toEqual(['__Host-language', '__Host-closed-here'])
})

test('a browser that is pushed to goes on being so after signing out, and not after leaving quickly', async () => {
  const visitor = await signedIn('person')
  visitor.cookies.set('__Host-pushed-to', '1')
  expect((await visitor.post(signOut, '/logga-ut')).headers.has('Clear-Site-Data')).toBe(false)
  expect((await visitor.post(exit, '/lamna')).headers.get('Clear-Site-Data')).toBe('"storage"')
})

test('signing out everywhere ends every session of the person, and nobody else’s', async () => {
  const visitor = await signedIn('person')
  await signedIn('person')
  await signedIn('staff')
  await visitor.post(signOut, '/logga-ut', { from: 'everywhere', ...(await formOf('person')) })
  expect(await livingSessions()).toEqual(['staff'])
  expect(await deeds()).toEqual(['signedOutEverywhere'])
})

test('signing out on one device leaves the others', async () => {
  const visitor = await signedIn('person')
  await signedIn('person')
  await visitor.post(signOut, '/logga-ut')
  expect(await livingSessions()).toEqual(['person'])
})

test('signing out twice is no error', async () => {
  const visitor = await signedIn('person')
  const cookie = visitor.cookies.get('__Host-sid')!
  await visitor.post(signOut, '/logga-ut')
  visitor.cookies.set('__Host-sid', cookie)
  expect((await visitor.post(signOut, '/logga-ut')).location).toBe('/?utloggad=1')
  expect(await deeds()).toEqual(['signedOut'])
})

test('quick exit ends the session and leads to a page that says nothing, without saying where from', async () => {
  const visitor = await signedIn('person')
  const { status, location, headers } = await visitor.post(exit, '/lamna')
  expect({ status, location }).toEqual({ status: 303, location: quickExitAddress })
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  // "cache" would hold Chrome up for seconds; nobody waits for that who must get away.
  expect(headers.get('Clear-Site-Data')).toBe('"storage"')
  expect(await livingSessions()).toEqual([])
  expect(await deeds()).toEqual(['leftQuickly'])
})

test('quick exit gets away even when the database does not answer', async () => {
  const broken = { ...world.context.database, asService: () => Promise.reject(new Error('gone')) }
  const visitor = await signedIn('person', testVisitor({ ...world.context, database: broken }))
  expect((await visitor.post(exit, '/lamna')).location).toBe(quickExitAddress)
  expect(visitor.cookies.size).toBe(0)
})

test('whoever leaves where staff have signed in too ends both, and unsent recordings stay', async () => {
  const visitor = await signedIn('staff', await signedIn('person'))
  const { headers } = await visitor.post(signOut, '/logga-ut')
  expect(await livingSessions()).toEqual([])
  expect(headers.has('Clear-Site-Data')).toBe(false)
})

test('staying signed in moves the end of a living session', async () => {
  const visitor = await signedIn('person')
  await world.query(`update session set seen_at = now() - interval '19 minutes'`)
  expect((await visitor.post(stay, '/sessionen', await formOf('person'))).status).toBe(204)
  expect(await world.query(`select from session where seen_at > now() - interval '1 minute'`)).toHaveLength(1)
})

test.each([
  ['idle for too long', `update session set seen_at = now() - interval '21 minutes'`],
  ['open for too long', `update session set started_at = now() - interval '5 hours'`],
  ['ended', 'delete from session'],
])('a session that was %s is over, for "stay" and for pages', async (_how, end) => {
  const visitor = await signedIn('person')
  await world.query(end)
  expect((await visitor.post(stay, '/sessionen', await formOf('person'))).status).toBe(401)
  expect(
    await visitor.get((arrival) => asPerson(arrival, () => Promise.reject(new Error('reached'))), '/insyn'),
  ).toMatchObject({
    status: 303,
    location: '/logga-in?till=%2Finsyn',
  })
})

test('nobody signed in has nothing to prolong', async () => {
  const nobody = testVisitor(world.context)
  expect((await nobody.post(stay, '/sessionen', await formOf('person'))).status).toBe(401)
})

test('each kind of page prolongs its own session', async () => {
  const visitor = await signedIn('staff')
  expect((await visitor.post(stay, '/sessionen', await formOf('staff'))).status).toBe(204)
  expect((await visitor.post(stay, '/sessionen', await formOf('person'))).status).toBe(401)
})

test('a page prolongs nobody’s session but that of whom it was drawn for', async () => {
  const visitor = await signedIn('person')
  await world.query(`update session set seen_at = now() - interval '19 minutes'`)
  for (const form of [{}, { holder: '' }, { holder: 'x'.repeat(43) }, await formOf('staff')])
    expect((await visitor.post(stay, '/sessionen', form)).status).toBe(401)
  expect(await world.query(`select from session where seen_at > now() - interval '1 minute'`)).toEqual([])
})

test('a person who signs out everywhere ends the staff session of this browser alone', async () => {
  const visitor = await signedIn('staff', await signedIn('person'))
  await signedIn('staff')
  await visitor.post(signOut, '/logga-ut', { from: 'everywhere', ...(await formOf('person')) })
  expect(await livingSessions()).toEqual(['staff'])
})

test('a page of another ends nobody’s sessions everywhere', async () => {
  const visitor = await signedIn('person')
  await signedIn('person')
  const answer = await visitor.post(signOut, '/logga-ut', { from: 'everywhere', holder: 'x'.repeat(43) })
  expect(answer).toMatchObject({ status: 403, told: { problem: 'otherHolder' } })
  expect(await livingSessions()).toEqual(['person', 'person'])
})

test('a person’s token opens nothing as staff', async () => {
  const visitor = await signedIn('person')
  visitor.cookies.set('__Host-staff-sid', visitor.cookies.get('__Host-sid')!)
  const answer = await visitor.post(stay, '/sessionen', await formOf('staff'))
  expect(answer.status).toBe(401)
})
