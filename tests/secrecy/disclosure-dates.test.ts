import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id.ts'
import { isListed, tindrasCase } from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

// Each test has the stories to itself: it changes them as the owner.
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const ekdala = municipalityOf('peter')

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

test.each(['withheld', 'later'])('a document that is decided to be %s is not told of', async (level) => {
  const document = storyId('document', 'tindra/decision')
  const now = '2026-09-15T09:00:00+02:00'
  expect(await isListed(stories, 'marie', 'document', document, now)).toBe(true)
  await stories.owner.query(
    `update disclosure set level = $3, ground = 'OSL 26:1', harm_assessment = 'x' where document_id = $1 and person_id = $2`,
    [document, idOf('marie'), level],
  )
  expect(await isListed(stories, 'marie', 'document', document, now)).toBe(false)
  expect(await isListed(stories, 'tindra', 'document', document, now)).toBe(true)
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

test('of a document disclosed in part, neither its child text nor its plan is told', async () => {
  await stories.owner.query(
    `update disclosure set level = 'partial', title = 'Plan, kort', partial_text = '[{"kind":"paragraph","text":"Hjälpen har börjat."}]', ground = 'OSL 26:1', harm_assessment = 'Kort.'
      where document_id = $1 and person_id = $2`,
    [storyId('document', 'tindra/plan'), idOf('marie')],
  )
  const seen = await stories.asPerson('marie', async (tx) => ({
    listed: await tx
      .selectFrom('person_document')
      .where('title', '=', 'Plan, kort')
      .select(['level', 'child_title'])
      .execute(),
    plans: await tx.selectFrom('person_plan').selectAll().execute(),
    goals: (await sql`select * from person_read_plans(${tindrasCase}::uuid, 10)`.execute(tx)).rows,
  }))
  expect(seen).toEqual({ listed: [{ level: 'partial', child_title: null }], plans: [], goals: [] })
})

test.each(['withheld', 'later'])('a document that is %s is not there', async (level) => {
  const decision = storyId('document', 'tindra/decision')
  await stories.owner.query(
    `update disclosure set level = $1, ground = 'OSL 26:1', harm_assessment = 'Kan skada.' where document_id = $2 and person_id = $3`,
    [level, decision, idOf('marie')],
  )
  expect(await isListed(stories, 'marie', 'document', decision, '2026-09-15T09:00:00+02:00')).toBe(false)
})

test('dates of the case are told from their moment, and those that are done no longer', async () => {
  const told = (moment: string) =>
    stories.asPerson(
      'tindra',
      async (tx) => ({
        deadlines: (await tx.selectFrom('person_deadline').select('kind').execute()).map(({ kind }) => kind),
        followUps: (await tx.selectFrom('person_follow_up').select('planned_on').execute()).length,
      }),
      new Date(moment),
    )
  await stories.owner.query(
    `update deadline set done_on = null where case_id = $1 and kind = 'investigation'`,
    [tindrasCase],
  )
  expect(await told('2026-03-16T14:59:59+01:00')).toEqual({ deadlines: [], followUps: 0 })
  expect(await told('2026-03-16T15:00:00+01:00')).toEqual({ deadlines: ['investigation'], followUps: 0 })
  expect(await told('2026-07-02T16:30:00+02:00')).toEqual({ deadlines: ['investigation'], followUps: 1 })
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
