import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { people, type PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from '../support/people.ts'
import {
  addVersion,
  begin,
  later,
  layFile,
  loggedBy,
  record,
  requestOf,
  stateOf,
  type DecisionKey,
} from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

const custody = 'elias/custody'
const contact = 'elias/place-and-contact'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const asked = (who: PersonKey) =>
  stories.asPerson(who, (tx) =>
    tx.selectFrom('person_signature_request').select(['title', 'act', 'state', 'is_answerable']).execute(),
  )

const everybody = Object.keys(people) as PersonKey[]

test.each(everybody)('%s is asked for a receipt of their own or for none', async (who) => {
  const receipts = ['sara', 'peter'].includes(who) ? 2 : 0
  const rows = await asked(who)
  expect(rows).toHaveLength(receipts)
  expect(
    rows.every(({ act, state, is_answerable }) => act === 'receipt' && state === 'asked' && is_answerable),
  ).toBe(true)
})

/** What must have happened between being asked and answering; each closes the request, wherever it is noticed. */
const closing: [string, (requestId: string) => Promise<unknown>][] = [
  [
    'a newer version stands as bytes',
    async () => {
      await addVersion(stories, custody)
      await layFile(stories, custody, 2)
    },
  ],
  ['a newer version is written', () => addVersion(stories, custody)],
  [
    'the document may no longer be read in full',
    () =>
      stories.owner.query(
        `update disclosure set level = 'title', title = 'Beslut', ground = 'OSL 26:1', harm_assessment = 'x' where document_id = $1`,
        [storyId('document', custody)],
      ),
  ],
  [
    'custody has ended',
    () =>
      stories.owner.query(
        `update case_party set valid = daterange(lower(valid), '2026-09-15') where person_id = $1`,
        [idOf('peter')],
      ),
  ],
  [
    'the guardian is shut out',
    () =>
      stories.owner.query(
        `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
         select municipality_id, $1, $2, '[2026-09-15,)', 'x', $3 from person where id = $2`,
        [idOf('elias'), idOf('peter'), idOf('jonas')],
      ),
  ],
  [
    'the child has come of age',
    () => stories.owner.query(`update person set birth_date = '2008-09-15' where id = $1`, [idOf('elias')]),
  ],
  [
    'the time to answer is over',
    (id) =>
      stories.owner.query(`update signature_request set answer_by = '2026-09-15 09:00+02' where id = $1`, [
        id,
      ]),
  ],
  [
    'it was withdrawn',
    (id) => stories.owner.query(`update signature_request set state = 'cancelled' where id = $1`, [id]),
  ],
  [
    'the paper was handed over',
    (id) =>
      stories.owner.query(
        `update signature_request set state = 'servedOtherwise', served_how = 'paper', served_on = '2026-09-15', served_by = $2 where id = $1`,
        [id, idOf('samira')],
      ),
  ],
]

describe.each(closing)('when %s', (_, happen) => {
  test('nobody can begin to sign', async () => {
    const id = await requestOf(stories, custody, 'peter')
    await happen(id)
    expect(await begin(stories, 'peter', id, later)).toBeNull()
    expect(await loggedBy(stories, 'beganSignature')).toEqual([])
  })

  test('a signature that was under way is not recorded, and nothing moves', async () => {
    const id = await requestOf(stories, custody, 'peter')
    const intent = await begin(stories, 'peter', id)
    await happen(id)
    const before = await stateOf(stories, id)
    expect(await record(stories, intent!, { when: later })).toBe('request-closed')
    expect(await stateOf(stories, id)).toBe(before)
    expect((await stories.owner.query('select from signature_evidence')).rows).toEqual([])
    expect(await loggedBy(stories, 'signedDocument')).toEqual([])
  })
})

test.each<[PersonKey, PersonKey, boolean]>([
  ['peter', 'peter', true],
  ['sara', 'sara', true],
  ['sara', 'peter', false],
  ['peter', 'sara', false],
  ['marie', 'peter', false],
  ['leo', 'peter', false],
])('%s begins to sign what %s is asked for: %s', async (who, whose, may) => {
  const id = await requestOf(stories, custody, whose)
  expect((await begin(stories, who, id)) !== null).toBe(may)
  expect(await loggedBy(stories, 'beganSignature')).toEqual(may ? [{ actor_id: idOf(who) }] : [])
})

test('a signature is recorded once, in the name of its signer, whatever is sent again', async () => {
  const id = await requestOf(stories, custody, 'peter')
  const intent = (await begin(stories, 'peter', id))!
  const second = (await begin(stories, 'peter', id))!
  expect(await record(stories, intent)).toBeNull()
  expect(await stateOf(stories, id)).toBe('signed')
  expect(await record(stories, intent)).toBe('request-closed')
  expect(await record(stories, second)).toBe('request-closed')
  expect(await loggedBy(stories, 'signedDocument')).toEqual([{ actor_id: idOf('peter') }])
  expect((await asked('sara')).map(({ state }) => state)).toEqual(['asked', 'asked'])
})

test('one signature is evidence for one request alone', async () => {
  const one = await begin(stories, 'peter', await requestOf(stories, custody, 'peter'))
  const other = await begin(stories, 'peter', await requestOf(stories, contact, 'peter'))
  expect(await record(stories, one!, { signature: 'the same' })).toBeNull()
  expect(await record(stories, other!, { signature: 'the same' })).toBe('signature-replayed')
})

test.each<[PersonKey, DecisionKey, number[]]>([
  ['peter', custody, []],
  ['peter', contact, [1, 2]],
  ['sara', custody, []],
  ['sara', contact, [1]],
])('%s signing %s opens the time to appeal parts %j and no others', async (who, key, parts) => {
  const intent = await begin(stories, who, await requestOf(stories, key, who))
  const windows = [1, 2, 3].map((part) => ({ part, last_day: '2026-10-06' }))
  expect(await record(stories, intent!, { windows, when: later })).toBeNull()
  const { rows } = await stories.owner.query<{ part: number }>(
    'select part, received_on, last_day from appeal_window order by part',
  )
  expect(rows).toEqual(parts.map((part) => ({ part, received_on: '2026-09-15', last_day: '2026-10-06' })))
})

test('nobody is told which parts concern the other guardian', async () => {
  const seen = (who: PersonKey) =>
    stories.asPerson(who, (tx) =>
      tx.selectFrom('person_decision_part').select('law').orderBy('law').execute(),
    )
  expect((await seen('peter')).map(({ law }) => law)).toEqual(['LVU 11 §', 'LVU 14 §', 'LVU 6 §'])
  expect((await seen('sara')).map(({ law }) => law)).toEqual(['LVU 11 §', 'LVU 6 §'])
})

test.each([
  ['document_file', 'set pages = 3'],
  ['signature_intent', `set visible_text = 'a'`],
  ['signature_answer', `set sealed = 'a'`],
  ['signature_evidence', `set sealed_verdict = 'a'`],
])('%s is kept as it is, whoever asks', async (table, change) => {
  const intent = await begin(stories, 'peter', await requestOf(stories, custody, 'peter'))
  await record(stories, intent!)
  await expect(stories.owner.query(`update ${table} ${change}`)).rejects.toThrow('is kept as it is')
  await expect(stories.owner.query(`delete from ${table}`)).rejects.toThrow('is kept as it is')
})

const moveTo = (state: string) =>
  stories.owner.query(
    `update signature_request set state = $1::text,
            served_how = case when $1 = 'servedOtherwise' then 'paper' end,
            served_on = case when $1 = 'servedOtherwise' then '2026-09-15'::date end,
            served_by = case when $1 = 'servedOtherwise' then $2::uuid end
      where act = 'receipt'`,
    [state, idOf('samira')],
  )

test('requests move only as the table of moves says', async () => {
  const { rows: states } = await stories.owner.query<{ state: string }>('select state from signature_state')
  const { rows: moves } = await stories.owner.query<{ from_state: string; to_state: string }>(
    `select from_state, to_state from signature_move where act is null or act = 'receipt'`,
  )
  const may = new Set(moves.map(({ from_state, to_state }) => `${from_state} ${to_state}`))
  for (const { state: from } of states) {
    for (const { state: to } of states.filter(({ state }) => state !== from)) {
      await stories.owner.query('begin')
      await stories.owner.query(
        'alter table signature_request disable trigger signature_request_moves_in_order',
      )
      await moveTo(from)
      await stories.owner.query(
        'alter table signature_request enable trigger signature_request_moves_in_order',
      )
      const moved = await moveTo(to).then(
        () => true,
        () => false,
      )
      await stories.owner.query('rollback')
      expect(moved, `${from} ${to}`).toBe(may.has(`${from} ${to}`))
    }
  }
  expect([...may].filter((move) => move.startsWith('signed ') || move.endsWith(' asked'))).toEqual([])
})

const decline = (who: PersonKey, id: string, words: string | null = null) =>
  stories.asPerson(who, async (tx) => {
    const { rows } = await sql<{
      done: boolean
    }>`select person_decline_signature(${id}::uuid, ${words}) as done`.execute(tx)
    return rows[0]!.done
  })

test('to say no is kept with its words, and whoever said it may still sign', async () => {
  const id = await requestOf(stories, custody, 'peter')
  expect(await decline('sara', id)).toBe(false)
  expect(await decline('peter', id, 'Jag vill prata med min advokat först.')).toBe(true)
  // Sent again it is said already, and no other words take the place of the first.
  expect(await decline('peter', id, 'Jag vill prata med min advokat först.')).toBe(true)
  expect(await decline('peter', id, 'Jag vill inte.')).toBe(false)
  expect(await stateOf(stories, id)).toBe('declined')
  expect(await loggedBy(stories, 'declinedSignature')).toEqual([{ actor_id: idOf('peter') }])
  expect(await record(stories, (await begin(stories, 'peter', id))!)).toBeNull()
  expect(await decline('peter', id)).toBe(false)
  expect(await stateOf(stories, id)).toBe('signed')
})
