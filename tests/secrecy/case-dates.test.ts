import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id.ts'
import {
  alvasCase,
  answersToAll,
  casesOf,
  eliasCase,
  isListed,
  nothingFromAnyFunction,
  signInOutcome,
  tindrasCase,
} from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

// Every edge is a Swedish midnight. Each test has the stories to itself: it changes them as the owner.
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const ekdala = municipalityOf('peter')

test('a municipality may set its own age of sign-in', async () => {
  await stories.owner.query('update municipality set own_sign_in_age = 11 where id = $1', [ekdala])
  expect(await signInOutcome(stories, 'alva', '2026-09-15T09:00:00+02:00')).toBe('welcome')
})

test('somebody whose only part gives no insight is unknown at sign-in', async () => {
  await stories.owner.query(`update case_party set role = 'publicCounsel' where person_id = $1`, [
    idOf('peter'),
  ])
  expect(await signInOutcome(stories, 'peter', '2026-09-15T09:00:00+02:00')).toBe('unknown')
  expect(await casesOf(stories, 'peter', '2026-09-15T09:00:00+02:00')).toEqual([])
})

test.each([
  ['the last second before the 18th birthday', '2010-01-01', '2027-12-31T23:59:59+01:00', [tindrasCase]],
  ['the first second of the 18th birthday', '2010-01-01', '2028-01-01T00:00:00+01:00', []],
  ['28 February, for a child of 29 February', '2012-02-29', '2030-02-28T23:59:59+01:00', [tindrasCase]],
  ['1 March, for a child of 29 February', '2012-02-29', '2030-03-01T00:00:00+01:00', []],
])('a guardian reads until the child comes of age: %s', async (_when, birth, moment, cases) => {
  await stories.owner.query('update person set birth_date = $1 where id = $2', [birth, idOf('tindra')])
  expect(await casesOf(stories, 'marie', moment)).toEqual(cases)
  expect(await casesOf(stories, 'tindra', moment)).toEqual([tindrasCase])
})

test.each([
  ['custody that ends on the 16th', '[2026-09-14,2026-09-16)', '2026-09-15T23:59:59+02:00', [eliasCase]],
  ['custody that ended at midnight', '[2026-09-14,2026-09-16)', '2026-09-16T00:00:00+02:00', []],
  ['custody that begins tomorrow', '[2026-09-16,)', '2026-09-15T23:59:59+02:00', []],
])('%s', async (_what, valid, moment, cases) => {
  await stories.owner.query('update case_party set valid = $1 where person_id = $2', [valid, idOf('peter')])
  expect(await casesOf(stories, 'peter', moment)).toEqual(cases)
})

test('a case opens on its day, not before', async () => {
  await stories.owner.query(`update case_party set valid = '[2026-01-01,)' where person_id = $1`, [
    idOf('peter'),
  ])
  expect(await casesOf(stories, 'peter', '2026-09-13T23:59:59+02:00')).toEqual([])
  expect(await casesOf(stories, 'peter', '2026-09-14T00:00:00+02:00')).toEqual([eliasCase])
})

test('nothing at all is left to a guardian who is blocked, also when the register is read in anew', async () => {
  await block('peter', '[2026-09-15,)')
  await stories.owner.query('delete from case_party where person_id = $1', [idOf('peter')])
  await stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source) values ($1, $2, $3, 'guardian', '[2026-09-14,)', 'Folkbokföringen')`,
    [ekdala, eliasCase, idOf('peter')],
  )
  const shown = JSON.parse(await everythingShown(stories, 'peter')) as { views: unknown[]; texts: unknown[] }
  expect(shown.texts).toEqual([])
  expect(JSON.stringify(shown.views)).not.toMatch(/Elias|Beslut|Samira/)
  expect(await answersToAll(stories, 'peter', '2026-09-15T09:00:00+02:00')).toEqual(nothingFromAnyFunction)
})

test.each([
  ['2026-09-13T12:00:00+02:00', []],
  ['2026-09-14T23:59:59+02:00', [eliasCase]],
  ['2026-09-15T00:00:00+02:00', []],
  ['2026-09-15T23:59:59+02:00', []],
  ['2026-09-16T00:00:00+02:00', [eliasCase]],
])('a block holds on its own days alone: %s', async (moment, cases) => {
  await block('peter', '[2026-09-15,2026-09-16)')
  expect(await casesOf(stories, 'peter', moment)).toEqual(cases)
  expect(await casesOf(stories, 'sara', moment)).toEqual(moment < '2026-09-14' ? [] : [eliasCase])
})

test('a case is closed to its readers after its last day of reading', async () => {
  expect(await casesOf(stories, 'henrik', '2027-09-10T23:59:59+02:00')).toEqual([alvasCase])
  expect(await casesOf(stories, 'henrik', '2027-09-11T00:00:00+02:00')).toEqual([])
  expect(await answersToAll(stories, 'henrik', '2027-09-11T00:00:00+02:00')).toEqual(nothingFromAnyFunction)
})

test.each(['note', 'document'] as const)('a %s is shown from its moment, and to the second', async (what) => {
  const item = storyId(what, what === 'note' ? 'A6' : 'tindra/decision')
  await stories.owner.query(
    `update disclosure set shown_from = '2026-10-01T09:00:00+02:00' where ${what}_id = $1 and person_id = $2`,
    [item, idOf('marie')],
  )
  expect(await isListed(stories, 'marie', what, item, '2026-10-01T08:59:59+02:00')).toBe(false)
  expect(await isListed(stories, 'marie', what, item, '2026-10-01T09:00:00+02:00')).toBe(true)
  expect(await isListed(stories, 'tindra', what, item, '2026-09-15T09:00:00+02:00')).toBe(true)
})

test('a note that could be read later is read once it is disclosed', async () => {
  const note = storyId('note', 'A3')
  expect(await isListed(stories, 'marie', 'note', note, '2026-09-15T09:00:00+02:00')).toBe(false)
  await stories.owner.query(
    `update disclosure set level = 'full', ground = null where note_id = $1 and person_id = $2`,
    [note, idOf('marie')],
  )
  expect(await isListed(stories, 'marie', 'note', note, '2026-09-15T09:00:00+02:00')).toBe(true)
})

test('of a note disclosed by its title, the title is all there is', async () => {
  const note = storyId('note', 'A3')
  await stories.owner.query(
    `update disclosure set level = 'title', title = 'Samtal med Tindra' where note_id = $1 and person_id = $2`,
    [note, idOf('marie')],
  )
  const seen = await stories.asPerson('marie', async (tx) => ({
    listed: await tx.selectFrom('person_note').where('note_id', '=', note).selectAll().execute(),
    texts: (await sql`select * from person_read_note(${note})`.execute(tx)).rows,
  }))
  expect(seen.texts).toEqual([])
  expect(seen.listed).toMatchObject([
    { level: 'title', title: 'Samtal med Tindra', child_title: null, ground: null },
  ])
  expect(JSON.stringify(seen)).not.toMatch(/extra mamma|fotboll/)
})

test('a version that is not signed yet is shown to nobody', async () => {
  const note = storyId('note', 'A6')
  await stories.owner.query(
    `insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, change_reason)
     values ($1, $2, 2, 'Utkast', '[{"voice":"fact","text":"Inte klart."}]', 'typed', 'Rättas')`,
    [ekdala, note],
  )
  expect(await everythingShown(stories, 'tindra')).not.toMatch(/Utkast|Inte klart/)
})

test('a decision is told the moment it is, not when it is planned', async () => {
  await stories.owner.query(
    `insert into case_stage (municipality_id, case_id, stage, started_on, shown_from) values ($1, $2, 'closure', '2026-09-15', '2026-09-15T15:00:00+02:00')`,
    [ekdala, tindrasCase],
  )
  const stagesAt = (moment: string) =>
    stories.asPerson(
      'tindra',
      (tx) => tx.selectFrom('person_case_stage').where('stage', '=', 'closure').select('stage').execute(),
      new Date(moment),
    )
  expect(await stagesAt('2026-09-15T14:59:59+02:00')).toEqual([])
  expect(await stagesAt('2026-09-15T15:00:00+02:00')).toEqual([{ stage: 'closure' }])
})

test.each([
  ['the last second of 14', '2024-12-31T23:59:59+01:00', 0],
  ['the first second of 15', '2025-01-01T00:00:00+01:00', 1],
])(
  'a youth sees what a guardian has read from 15, not from a protected one: %s',
  async (_when, moment, seen) => {
    // The story moved back: the same case when Tindra turned fifteen, under the ages of today.
    await stories.owner
      .query(`update legal_age set valid = '[2000-01-01,)'; update case_file set opened_on = '2024-01-01';
    update case_party set valid = '[2024-01-01,)'; update disclosure set shown_from = '2024-01-01', decided_at = '2024-01-01';
    update note set event_at = '2024-01-01'; update audit_event set at = '2024-06-01' where note_id is not null;
    set session_replication_role = replica; update note_version set signed_at = '2024-01-01'; reset session_replication_role`)
    const readings = () =>
      stories.asPerson(
        'tindra',
        (tx) =>
          tx
            .selectFrom('person_access_event')
            .where('given_name', '=', 'Marie')
            .where('note_id', '=', storyId('note', 'A4'))
            .select('action')
            .execute(),
        new Date(moment),
      )
    expect(await readings()).toHaveLength(seen)
    await stories.owner.query(
      `insert into person_protection (municipality_id, person_id, kind, valid, source) values ($1, $2, 'protectedRegistration', '[2024-01-01,)', 'FBL 16 §')`,
      [ekdala, idOf('marie')],
    )
    expect(await readings()).toEqual([])
  },
)

function block(who: PersonKey, valid: string) {
  return stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, $4, 'LVU 14 §', $5)`,
    [ekdala, idOf('elias'), idOf(who), valid, idOf('samira')],
  )
}
