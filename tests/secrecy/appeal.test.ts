import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from '../support/people.ts'
import { begin, later, loggedBy, record, requestOf } from '../support/signing-rows.ts'
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

test('an appeal is written and handed in by its writer alone, while the time runs', async () => {
  const id = await requestOf(stories, contact, 'peter')
  expect(await appealOf('peter', id, 'write')).toBe(false)
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
