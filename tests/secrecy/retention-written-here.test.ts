import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  addCase,
  addCopy,
  decideRetention,
  eraseOn,
  judged,
  type MadeCase,
} from '../support/retention-world.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})
beforeEach(() => decideRetention(stories))
afterAll(() => stories.close())

const copyOf = (made: MadeCase) => addCopy(stories, made)

test('a copy of what another system keeps goes when nobody may read it any more, where the municipality says so', async () => {
  const id = await copyOf({ readableUntil: '2027-03-31', stages: [['investigation', '2026-01-20']] })
  expect((await judged(stories, id, '2027-01-01')).rule).toBe('childInvestigation')
  await decideRetention(stories, { holds: 'copies' })
  expect(await judged(stories, id, '2027-01-01')).toEqual({
    ground: 'rule',
    rule: 'portalCopy',
    earliest_on: '2027-04-01',
  })
  expect(await eraseOn(stories, [id], '2027-03-31')).toEqual([])
  expect(await eraseOn(stories, [id], '2027-04-01')).toEqual([id])
})

const readTogether = (caseId: string, begun: string | null) =>
  stories.owner.query(
    `insert into read_together (municipality_id, case_id, staff_id, level, company, form_key, prepared_at, begun_at, ended_at)
     select c.municipality_id, c.id, s.id, 'easiest', 'alone', gen_random_uuid(), '2026-09-01T10:00Z', $2::timestamptz, $2::timestamptz + interval '1 hour'
       from case_file c join staff_member s on s.municipality_id = c.municipality_id where c.id = $1 limit 1`,
    [caseId, begun],
  )

test('what a child marked when reading together is no copy, and what was never begun is', async () => {
  await decideRetention(stories, { holds: 'copies' })
  const begun = await copyOf({ readableUntil: '2027-03-31' })
  await readTogether(begun, '2026-09-01T10:10Z')
  expect((await judged(stories, begun, '2027-01-01')).rule).not.toBe('portalCopy')
  const prepared = await copyOf({ readableUntil: '2027-03-31' })
  await readTogether(prepared, null)
  expect((await judged(stories, prepared, '2027-01-01')).rule).toBe('portalCopy')
})

test('five years are counted from what came last: reading together, or what was said of a meeting', async () => {
  const read = await addCase(stories, {})
  await readTogether(read, '2026-09-01T10:10Z')
  expect((await judged(stories, read, '2027-01-01')).earliest_on).toBe('2031-09-02')
  const met = await addCase(stories, {})
  await stories.owner.query(
    `with booked as (
       insert into appointment (municipality_id, case_id, kind, starts_at, ends_at, shown_from, planned_by, planned_at, changed_by, changed_at, time_set_at, form_key)
       select c.municipality_id, c.id, 'officeMeeting', '2026-08-01T10:00Z', '2026-08-01T11:00Z', '2026-07-15', s.id, '2026-07-15', s.id, '2026-07-15',
              '2026-07-15', gen_random_uuid()
         from case_file c join staff_member s on s.municipality_id = c.municipality_id where c.id = $1 limit 1 returning appointment.*),
     comes as (
       insert into appointment_participant (municipality_id, appointment_id, person_id)
       select b.municipality_id, b.id, c.child_id from booked b join case_file c on c.id = b.case_id returning *)
     insert into appointment_point (municipality_id, id, appointment_id, person_id, text, hearers, written_at, outcome, outcome_at, outcome_by)
     select c.municipality_id, gen_random_uuid(), c.appointment_id, c.person_id, 'Skolan', 'everyone', '2026-07-20T10:00Z', 'talkedAbout', '2026-10-03T10:00Z', s.id
       from comes c join staff_member s on s.municipality_id = c.municipality_id limit 1`,
    [met],
  )
  expect((await judged(stories, met, '2027-01-01')).earliest_on).toBe('2031-10-04')
})

test.each(['note_id', 'document_id'])(
  'five years are counted from a later decision on who may read it, too: %s',
  async (column) => {
    const id = await addCase(stories, {
      notes: [['phoneCall', '2026-02-01T12:00:00Z']],
      documents: [['report', '2026-02-01']],
    })
    await stories.owner.query(
      `insert into disclosure (municipality_id, ${column}, person_id, level, shown_from, decided_by, decided_at)
       select c.municipality_id, x.id, c.child_id, 'full', '2026-11-05', s.id, '2026-11-05T23:30:00Z'
         from case_file c join ${column.replace('_id', '')} x on x.case_id = c.id
         join staff_member s on s.municipality_id = c.municipality_id where c.id = $1 limit 1`,
      [id],
    )
    expect((await judged(stories, id, '2027-01-01')).earliest_on).toBe('2031-11-07')
  },
)

test('nothing shows that a note says what came, where that was not kept', async () => {
  await decideRetention(stories, { holds: 'copies' })
  const id = await copyOf({ readableUntil: '2027-03-31' })
  await stories.owner.query('update ingested set said_hash = null where case_id = $1', [id])
  expect((await judged(stories, id, '2027-01-01')).rule).toBe('compilation')
})

test('what was written here is no copy, and one that can be read for ever is kept', async () => {
  await decideRetention(stories, { holds: 'copies' })
  const asked = await copyOf({ readableUntil: '2027-03-31' })
  await stories.owner.query(
    `insert into question_thread (municipality_id, case_id, person_id, subject, started_at)
     select municipality_id, id, child_id, 'Fråga', '2026-03-01' from case_file where id = $1`,
    [asked],
  )
  expect((await judged(stories, asked, '2027-01-01')).rule).toBe('compilation')
  expect(await judged(stories, await copyOf({}), '2027-01-01')).toMatchObject({
    rule: 'portalCopy',
    earliest_on: null,
  })
})
