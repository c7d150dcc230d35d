import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOwnName } from '../../app/signing/appeal/appeal.ts'
import { listAppealable } from '../../app/signing/request/signature-request.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase } from '../support/asked.ts'
import { idOf } from '../support/people.ts'
import {
  addVersion,
  begin,
  later,
  layFile,
  loggedBy,
  record,
  requestOf,
  versionOf,
} from '../support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

const custody = 'elias/custody'
const contact = 'elias/place-and-contact'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const appealOf = (who: PersonKey, id: string, call: 'write' | 'handIn', when = later) =>
  stories.asPerson(
    who,
    async (tx) => {
      const { rows } =
        call === 'write'
          ? await sql<{
              done: boolean
            }>`select person_write_appeal(${id}::uuid, 'Jag vill träffa Elias.') as done`.execute(tx)
          : await sql<{ done: boolean }>`select person_hand_in_appeal(${id}::uuid) as done`.execute(tx)
      return rows[0]!.done
    },
    when,
  )

test('an appeal is written and handed in by its writer alone, until the time is out', async () => {
  const id = await requestOf(stories, contact, 'peter')
  await record(stories, (await begin(stories, 'peter', id))!, {
    windows: [{ part: 1, last_day: '2026-10-06' }],
  })
  expect(await appealOf('sara', id, 'write')).toBe(false)
  expect(await appealOf('peter', id, 'handIn')).toBe(false)
  expect(await appealOf('peter', id, 'write', new Date('2026-10-06T23:59:59+02:00'))).toBe(true)
  expect(await appealOf('peter', id, 'write', new Date('2026-10-07T00:00:00+02:00'))).toBe(false)
  expect(await appealOf('sara', id, 'handIn')).toBe(false)
  expect(await appealOf('peter', id, 'handIn')).toBe(true)
  expect(await appealOf('peter', id, 'write')).toBe(false)
  expect(await appealOf('peter', id, 'handIn')).toBe(true)
  expect(await loggedBy(stories, 'handedInAppeal')).toEqual([{ actor_id: idOf('peter') }])
})

// From state to state as signature_move allows.
test.each<[state: string, by: string[], may: boolean]>([
  ['asked', [], true],
  ['declined', ['declined'], true],
  ['expired', ['expired'], true],
  ['cancelled', ['cancelled'], false],
  ['superseded', ['superseded'], false],
])(
  'before a receipt, when it is %s, its reader alone writes an appeal, by the moves %j: %s',
  async (_state, moves, may) => {
    const id = await requestOf(stories, contact, 'peter')
    for (const move of moves)
      await stories.owner.query('update signature_request set state = $2 where id = $1', [id, move])
    expect(await appealOf('sara', id, 'write')).toBe(false)
    expect(await appealOf('peter', id, 'write')).toBe(may)
    expect(await appealOf('sara', id, 'handIn')).toBe(false)
    expect(await appealOf('peter', id, 'handIn')).toBe(may)
  },
)

test('what cannot be appealed, and a signature that is no receipt, takes no appeal', async () => {
  expect(await appealOf('peter', await requestOf(stories, custody, 'peter'), 'write')).toBe(false)
  const { rows } = await stories.owner.query<{ id: string }>(
    `insert into signature_request (municipality_id, document_version_id, person_id, act, asked_at, moved_at, answer_by)
     select municipality_id, document_version_id, person_id, 'noAppeal', asked_at, moved_at, answer_by + interval '30 days'
       from signature_request where id = $1 returning id`,
    [await requestOf(stories, contact, 'peter')],
  )
  expect(await appealOf('peter', rows[0]!.id, 'write')).toBe(false)
})

test('an appeal that was written of a version that never was received stays within its writer’s reach', async () => {
  const listed = (who: PersonKey) =>
    stories.asPerson(
      who,
      async (tx) =>
        (await listAppealable(tx, eliasCase, storyId('document', contact))).map(({ version }) => version),
      new Date('2026-09-15T10:00:00+02:00'),
    )
  for (const who of ['peter', 'sara'] as const)
    await appealOf(who, await requestOf(stories, contact, 'peter'), 'write')
  await addVersion(stories, contact)
  await stories.owner.query(
    `insert into decision_part (municipality_id, document_version_id, number, law, title, person_id)
     select municipality_id, $2, number, law, title, person_id from decision_part where document_version_id = $1`,
    [versionOf(contact), versionOf(contact, 2)],
  )
  await layFile(stories, contact, 2)
  expect(await listed('peter')).toEqual([2, 1])
  expect(await listed('sara')).toEqual([2])
})

test.each<[PersonKey, string]>([
  ['peter', 'Peter Brandt'],
  ['sara', 'Sara Holm'],
])('%s gets their own name for a letter, and nobody else’s', async (who, name) => {
  expect(await stories.asPerson(who, findOwnName)).toBe(name)
})

test('the law that a decision was received under stands until its last day, also when another one has come', async () => {
  const id = await requestOf(stories, contact, 'peter')
  await record(stories, (await begin(stories, 'peter', id))!, {
    windows: [{ part: 1, last_day: '2026-10-06' }],
  })
  await stories.owner.query(
    `update appeal_rule set valid = daterange(lower(valid), '2026-10-01') where law like 'LVU%'`,
  )
  expect(await appealOf('peter', id, 'write', new Date('2026-10-06T12:00:00+02:00'))).toBe(true)
})

test.each(['LVU 6 §', 'LVM 13 §'])('custody by %s is told as what cannot be appealed', async (law) => {
  await stories.owner.query(`update decision_part set law = $1 where law = 'LVU 6 §'`, [law])
  const told = await stories.asPerson('peter', (tx) =>
    tx.selectFrom('person_decision_part').where('law', '=', law).select('weeks').execute(),
  )
  expect(told).toEqual([{ weeks: null }])
})

test.each<[PersonKey, string, boolean]>([
  ['peter', custody, true],
  ['sara', custody, true],
  ['marie', custody, false],
  ['tindra', custody, false],
  ['peter', 'elias/appeal-sara', false],
])('%s gets the bytes of %s: %s, and it is logged', async (who, key, may) => {
  const bytes = await stories.asPerson(who, async (tx) => {
    const { rows } = await sql<{ bytes: Buffer | null }>`
      select person_read_document_file(${storyId('document', key)}::uuid) as bytes`.execute(tx)
    return rows[0]!.bytes
  })
  expect(bytes?.subarray(0, 5).toString() ?? null).toBe(may ? '%PDF-' : null)
  const { rows } = await stories.owner.query(
    `select from audit_event where action = 'readDocument' and document_id = $1 and actor_id = $2 and at = $3`,
    [storyId('document', key), idOf(who), storyTime],
  )
  expect(rows).toHaveLength(may ? 1 : 0)
})
