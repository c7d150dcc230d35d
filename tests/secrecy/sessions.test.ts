import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionTokenOf } from '../../app/access/cookies.ts'
import type { SessionToken } from '../../db/opening.ts'
import { idOf, municipalityId, municipalityOf, sessionFor } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

const nobody = null

// The database's own clock decides: a session ages by moving its rows back, not by the story's clock.
test.each([
  ['person', 'tindra', 'just begun', '0 minutes', '0 minutes', true],
  ['person', 'tindra', 'idle for 19 minutes', '1 hour', '19 minutes', true],
  ['person', 'tindra', 'idle for 20 minutes', '1 hour', '20 minutes', false],
  ['person', 'tindra', 'used for all but four hours', '239 minutes', '1 minute', true],
  ['person', 'tindra', 'four hours old', '4 hours', '1 minute', false],
  ['staff', 'mira', 'idle for 29 minutes', '1 hour', '29 minutes', true],
  ['staff', 'mira', 'idle for 30 minutes', '1 hour', '30 minutes', false],
  ['staff', 'mira', 'used for all but ten hours', '599 minutes', '1 minute', true],
  ['staff', 'mira', 'ten hours old', '10 hours', '1 minute', false],
] as const)('a %s session (%s) that is %s', async (kind, who, _what, age, idle, lives) => {
  const token = await sessionFor(stories.owner, who)
  await stories.owner.query(
    'update session set started_at = now() - $1::interval, seen_at = now() - $2::interval where token_hash = $3',
    [age, idle, token.hash],
  )
  expect(await whoIs(kind, token)).toBe(lives ? idOf(who) : nobody)
  expect(await isStored(token)).toBe(lives)
})

test('what is left of a session is the shorter of its two limits', async () => {
  const token = await sessionFor(stories.owner, 'tindra')
  expect(await secondsLeft(token)).toBe(20 * 60)
  await stories.owner.query(
    `update session set started_at = now() - interval '235 minutes' where token_hash = $1`,
    [token.hash],
  )
  expect(await secondsLeft(token)).toBeLessThanOrEqual(5 * 60)
})

test('reading moves the end of a session, but is not written more than once a minute', async () => {
  const token = await sessionFor(stories.owner, 'tindra')
  const seenAt = async () =>
    (
      await stories.owner.query<{ seen_at: Date }>('select seen_at from session where token_hash = $1', [
        token.hash,
      ])
    ).rows[0]?.seen_at
  const first = await seenAt()
  await whoIs('person', token)
  expect(await seenAt()).toEqual(first)
  await stories.owner.query(
    `update session set seen_at = now() - interval '10 minutes' where token_hash = $1`,
    [token.hash],
  )
  await whoIs('person', token)
  expect((await seenAt())!.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

test.each(['signedOut', 'leftQuickly'])(
  'a session that is %s opens nothing more, and the other browser’s lives on',
  async (how) => {
    const [phone, computer] = [
      await sessionFor(stories.owner, 'marie'),
      await sessionFor(stories.owner, 'marie'),
    ]
    await end('person', phone, how)
    expect(await whoIs('person', phone)).toBe(nobody)
    expect(await whoIs('person', computer)).toBe(idOf('marie'))
  },
)

test('signed out everywhere ends every session of the same person, and nobody else’s', async () => {
  const [phone, computer, hers] = [
    await sessionFor(stories.owner, 'marie'),
    await sessionFor(stories.owner, 'marie'),
    await sessionFor(stories.owner, 'tindra'),
  ]
  await end('person', phone, 'signedOutEverywhere')
  expect([
    await whoIs('person', phone),
    await whoIs('person', computer),
    await whoIs('person', hers),
  ]).toEqual([nobody, nobody, idOf('tindra')])
})

test('ending a session that is over, or somebody’s by guess, writes nothing', async () => {
  const lines = async () =>
    (await stories.owner.query<{ count: number }>('select count(*) from audit_event')).rows[0]!.count
  const before = await lines()
  await end(
    'person',
    { municipalityId: municipalityOf('marie'), hash: randomBytes(32) },
    'signedOutEverywhere',
  )
  await end('staff', await sessionFor(stories.owner, 'marie'), 'signedOut')
  expect(await lines()).toBe(before)
})

test('a person’s session is no session of the staff, nor the other way round', async () => {
  expect(await whoIs('staff', await sessionFor(stories.owner, 'tindra'))).toBe(nobody)
  expect(await whoIs('person', await sessionFor(stories.owner, 'mira'))).toBe(nobody)
})

test('a session opens its own municipality alone', async () => {
  const token = await sessionFor(stories.owner, 'leo')
  expect(await whoIs('person', token)).toBe(idOf('leo'))
  expect(await whoIs('person', { ...token, municipalityId: municipalityId('ekdala') })).toBe(nobody)
})

test.each([
  ['tindra', 'Tindra', 'Ekdala kommun'],
  ['leo', 'Leo', 'Grannby kommun'],
] as const)(
  'the session of %s tells whose it is, and of which municipality',
  async (who, givenName, municipalityName) => {
    const subject = await stories.asPerson(who, (_tx, each) => Promise.resolve(each))
    expect(subject).toMatchObject({
      subjectId: idOf(who),
      givenName,
      municipalityId: municipalityOf(who),
      municipalityName,
    })
  },
)

test('without a session the work is not even begun', async () => {
  let begun = false
  await stories.database.asPerson(
    { municipalityId: municipalityId('ekdala'), hash: randomBytes(32) },
    storyTime,
    () => {
      begun = true
      return Promise.resolve()
    },
  )
  expect(begun).toBe(false)
})

test('nothing of a transaction is left on its connection for the next reader', async () => {
  await stories.asPerson('tindra', (tx) => sql`select 1`.execute(tx))
  const settings = await stories.database.asService(storyTime, (tx) =>
    sql`select (select app_subject()) as subject, (select app_municipality()) as municipality, current_user as role`.execute(
      tx,
    ),
  )
  expect(settings.rows).toEqual([{ subject: null, municipality: null, role: 'service' }])
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['no municipality', randomBytes(32).toString('base64url')],
  ['a municipality that is no id', `${'-'.repeat(36)}.${randomBytes(32).toString('base64url')}`],
  ['a short secret', `${municipalityId('ekdala')}.abc`],
  ['a long secret', `${municipalityId('ekdala')}.${'a'.repeat(44)}`],
  ['a secret with a quote', `${municipalityId('ekdala')}.${`'`.repeat(43)}`],
  ['another line', `${municipalityId('ekdala')}.${'a'.repeat(43)}\nx`],
  ['something before', `x${municipalityId('ekdala')}.${'a'.repeat(43)}`],
])('a cookie that is %s names no session', (_what, cookie) => {
  expect(sessionTokenOf(cookie)).toBeNull()
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['short', Buffer.alloc(31)],
  ['all zeroes', Buffer.alloc(32)],
  ['very long', Buffer.alloc(100_000)],
])('a token hash that is %s opens nothing', async (_what, hash) => {
  expect(await whoIs('person', { municipalityId: municipalityId('ekdala'), hash })).toBe(nobody)
})

function whoIs(kind: 'person' | 'staff', token: SessionToken): Promise<string | null> {
  const { asPerson, asStaff } = stories.database
  return kind === 'person'
    ? asPerson(token, storyTime, (_tx, { subjectId }) => Promise.resolve(subjectId))
    : asStaff(token, storyTime, (_tx, { subjectId }) => Promise.resolve(subjectId))
}

function secondsLeft(token: SessionToken): Promise<number | null> {
  return stories.database.asPerson(token, storyTime, (_tx, subject) => Promise.resolve(subject.secondsLeft))
}

async function isStored(token: SessionToken): Promise<boolean> {
  const { rowCount } = await stories.owner.query('select from session where token_hash = $1', [token.hash])
  return rowCount === 1
}

function end(kind: 'person' | 'staff', { municipalityId: municipality, hash }: SessionToken, how: string) {
  return stories.database.asService(storyTime, (tx) =>
    sql`select session_end(${kind}, ${municipality}, ${hash}, ${how})`.execute(tx),
  )
}
