import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PersonTx } from '../../db/connect'
import type { SessionToken } from '../../db/opening'
import type { SignInKind } from '../oidc/sign-in-kind'
import { forgingWorld, type ForgingWorld } from '../../tests/support/forging-world'
import { sessionTokenOf } from './cookies'
import { browserSecret, keepPendingSignature, keepPendingSignIn, takePending } from './pending-identification'
import { endSession, startSession } from './session'

let world: ForgingWorld
let marie: string

beforeAll(async () => {
  world = await forgingWorld()
  ;({ marie } = (
    await world.query<{ marie: string }>(
      `select id as marie from person where given_name = 'Marie' order by municipality_id limit 1`,
    )
  )[0]!)
})

beforeEach(() => world.query('truncate pending_identification, session'))

afterAll(() => world.close())

const now = new Date('2026-09-15T07:00:00Z')
const begun = (browser: string) => ({
  browser,
  state: `person.${randomBytes(32).toString('base64url')}`,
  nonce: 'a nonce',
  codeVerifier: 'a verifier',
  returnTo: '/hem',
})

async function sessionOf(kind: SignInKind, subjectId: string): Promise<SessionToken> {
  const [row] = await world.query<{ municipality_id: string }>(
    `select municipality_id from person where id = $1 union all select municipality_id from staff_member where id = $1`,
    [subjectId],
  )
  const admission = { kind, municipalityId: row!.municipality_id, subjectId, device: 'phone' as const }
  const cookie = await world.context.database.asService(now, (tx) => startSession(tx, admission, null))
  return sessionTokenOf(cookie)!
}

async function personCalled(name: string): Promise<string> {
  const rows = await world.query<{ id: string }>(`select id from person where given_name = $1`, [name])
  return rows[0]!.id
}

async function keepSignature(session: SessionToken, browser = browserSecret(undefined)) {
  const pending = { ...begun(browser), intentId: randomUUID() }
  await world.context.database.asPerson(session, now, (tx) => keepPendingSignature(tx, pending))
  return pending
}

function take(pending: { state: string; browser: string }, session: SessionToken | null) {
  const { state, browser } = pending
  return world.context.database.asService(now, (tx) => takePending(tx, { state, browser, session }))
}

test('a signature comes back once, to its holder in the browser that began it, and names what is signed', async () => {
  const session = await sessionOf('person', marie)
  const pending = await keepSignature(session)
  expect(await take(pending, session)).toMatchObject({
    purpose: 'signature',
    kind: 'person',
    subjectId: marie,
    intentId: pending.intentId,
    nonce: 'a nonce',
  })
  expect(await take(pending, session)).toBeUndefined()
})

test('what waits for a signature holds neither text nor number', async () => {
  await keepSignature(await sessionOf('person', marie))
  const columns = await world.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'pending_identification' order by 1`,
  )
  expect(columns.map(({ column_name }) => column_name)).toEqual([
    'browser_hash',
    'code_verifier',
    'intent_id',
    'kind',
    'municipality_id',
    'nonce',
    'purpose',
    'return_to',
    'started_at',
    'state_hash',
    'subject_id',
  ])
})

test.each<[string, (mine: SessionToken) => Promise<SessionToken | null>]>([
  ['nobody signed in', () => Promise.resolve(null)],
  ['somebody else signed in', async () => sessionOf('person', await personCalled('Tindra'))],
  ['a session that was ended', ended],
  ['a session nobody has used for long', idle],
  ['a session under another municipality’s name', elsewhere],
])('a signature does not come back with %s, and still does to its holder', async (_what, other) => {
  const mine = await sessionOf('person', marie)
  const pending = await keepSignature(mine)
  expect(await take(pending, await other(mine))).toBeUndefined()
  expect(await take(pending, await sessionOf('person', marie))).toMatchObject({ intentId: pending.intentId })
})

async function ended(mine: SessionToken): Promise<SessionToken> {
  await world.context.database.asService(now, (tx) => endSession(tx, 'person', mine, 'signedOut'))
  return mine
}

async function idle(mine: SessionToken): Promise<SessionToken> {
  await world.query(`update session set seen_at = now() - interval '21 minutes'`)
  return mine
}

async function elsewhere(mine: SessionToken): Promise<SessionToken> {
  const rows = await world.query<{ id: string }>(`select id from municipality where id <> $1`, [
    mine.municipalityId,
  ])
  return { ...mine, municipalityId: rows[0]!.id }
}

test('a signature does not come back in another browser, nor after a quarter of an hour', async () => {
  const session = await sessionOf('person', marie)
  const pending = await keepSignature(session)
  expect(await take({ ...pending, browser: browserSecret(undefined) }, session)).toBeUndefined()
  await world.query(`update pending_identification set started_at = now() - interval '16 minutes'`)
  expect(await take(pending, session)).toBeUndefined()
})

test('sign-ins and signatures of one browser wait side by side, five in all', async () => {
  const session = await sessionOf('person', marie)
  const browser = browserSecret(undefined)
  const first = { ...begun(browser), kind: 'person' as const }
  await world.context.database.asService(now, (tx) => keepPendingSignIn(tx, first))
  const signatures = []
  for (let each = 0; each < 5; each += 1) signatures.push(await keepSignature(session, browser))
  const others = await keepSignature(session)
  expect(await take(first, session)).toBeUndefined()
  for (const each of [...signatures, others]) {
    expect(await take(each, session)).toMatchObject({ intentId: each.intentId })
  }
})

test('a signature leaves the choice of municipality alone', async () => {
  const session = await sessionOf('person', marie)
  const pending = await keepSignature(session)
  await world.query(
    `insert into sign_in_choice (municipality_id, browser_hash, kind, subject_id, return_to)
     select municipality_id, browser_hash, kind, subject_id, return_to from pending_identification`,
  )
  await take(pending, session)
  expect(await world.query('select from sign_in_choice')).toHaveLength(1)
})

test('nobody begins a signature without a session, or as the service', async () => {
  const keep = world.context.database.asService(now, (tx) =>
    keepPendingSignature(tx as unknown as PersonTx, {
      ...begun(browserSecret(undefined)),
      intentId: randomUUID(),
    }),
  )
  await expect(keep).rejects.toThrow('permission denied')
  expect(await world.query('select from pending_identification')).toEqual([])
})
