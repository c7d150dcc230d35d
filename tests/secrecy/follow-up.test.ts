import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordFollowUp } from '../../app/follow-up/record-follow-up.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { held } from '../support/follow-up-input.ts'
import { anotherRow, changeNumberOf } from '../support/number-changes.ts'
import { idOf, municipalityId } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const written = ['follow_up_record', 'follow_up_participant', 'follow_up_goal', 'follow_up_area']

test.each(written)('nobody of the family reads %s', async (table) => {
  for (const who of ['tindra', 'marie'] as const) {
    const read = stories.asPerson(who, (tx) => sql`select * from ${sql.table(table)}`.execute(tx))
    await expect(read).rejects.toThrow(/permission denied/)
  }
})

test.each(written)(
  'nobody of the staff reads or writes what is in %s but where it is logged',
  async (table) => {
    for (const statement of [
      `select * from ${table}`,
      `delete from ${table}`,
      `insert into ${table} default values`,
    ]) {
      const tried = stories.asStaff('mira', (tx) => sql.raw(statement).execute(tx))
      await expect(tried, statement).rejects.toThrow(/permission denied/)
    }
  },
)

test('a day that is planned is nobody’s to change past the record', async () => {
  const change = stories.asStaff('mira', (tx) => sql`update follow_up set outcome = 'held'`.execute(tx))
  await expect(change).rejects.toThrow(/permission denied/)
})

test('of all that is recorded the family is told that it was held and when to meet next, and no word of it', async () => {
  const secret = 'Det här har bara personalen skrivit'
  const input = held({
    school: secret,
    goals: [{ ...held().goals[0]!, childView: secret, assessment: secret }],
    providers: [{ name: 'Okänd Hjälpare', role: 'lärare' }],
  })
  await stories.asStaff('mira', (tx) => recordFollowUp(tx, input))
  for (const who of ['tindra', 'marie'] as const) {
    const shown = await everythingShown(stories, who)
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain('Okänd Hjälpare')
    expect(shown).toContain('Stora huset')
  }
  expect(await everythingShown(stories, 'peter')).not.toContain('Stora huset')
})

const nextOf = (who: PersonKey) =>
  stories.asPerson(who, (tx) =>
    tx
      .selectFrom('person_follow_up')
      .where('outcome', 'is', null)
      .select(['planned_on', 'starts_at', 'place'])
      .execute(),
  )

async function plan(caseId: string) {
  await stories.owner.query(
    `insert into follow_up (municipality_id, case_id, planned_on, starts_at, place, shown_from)
     values ($1, $2, '2026-12-01', '15:30', 'Stora huset', '2026-09-01')`,
    [municipalityId('ekdala'), caseId],
  )
}

test('time and place are told in a case where nobody is protected', async () => {
  await plan(tindrasCase)
  for (const who of ['tindra', 'marie'] as const) {
    expect(await nextOf(who)).toContainEqual({
      planned_on: '2026-12-01',
      starts_at: '15:30:00',
      place: 'Stora huset',
    })
  }
})

test('in a case where somebody is protected the day alone is told, to each of them', async () => {
  await plan(eliasCase)
  for (const who of ['peter', 'sara'] as const) {
    expect(await nextOf(who)).toEqual([{ planned_on: '2026-12-01', starts_at: null, place: null }])
  }
})

test('they are told no more from the day that a protection begins', async () => {
  await plan(tindrasCase)
  await stories.owner.query(
    `insert into person_protection (municipality_id, person_id, kind, valid, source)
     select municipality_id, person_id, 'confidentialityMarking', '[2026-09-15,)', 'OSL 22 kap. 1 §'
       from case_party where case_id = $1 and role = 'guardian'`,
    [tindrasCase],
  )
  expect(await nextOf('tindra')).toContainEqual({ planned_on: '2026-12-01', starts_at: null, place: null })
})

test.each<[StaffKey, boolean]>([
  ['mira', true],
  ['samira', true],
  ['jonas', true],
  ['olle', false],
  ['hanna', false],
  ['eva', false],
  ['nils', false],
])('%s may see that it is recorded: %s', async (who, mayThey) => {
  await stories.asStaff('mira', (tx) => recordFollowUp(tx, held()))
  const { rows } = await stories.asStaff(who, (tx) =>
    sql`select r.follow_up_id from follow_up_record r join follow_up f on f.id = r.follow_up_id
         where f.case_id = ${tindrasCase}`.execute(tx),
  )
  expect(rows).toHaveLength(mayThey ? 1 : 0)
})

test('a record is pointed to a note of its own case alone', async () => {
  const kept = await stories.asStaff('mira', (tx) => recordFollowUp(tx, held()))
  const { rows } = await stories.owner.query<{ id: string }>(
    `select n.id from note n join case_file c on c.id = n.case_id where c.case_number = 'EK-2026-0098' limit 1`,
  )
  const point = stories.asStaff('mira', (tx) =>
    sql`update follow_up_record set note_id = ${rows[0]!.id}
         where follow_up_id = ${(kept as { followUpId: string }).followUpId}`.execute(tx),
  )
  await expect(point).rejects.toThrow(/row-level security/)
})

test('who was entered twice took part once when the two are made one', async () => {
  const other = await anotherRow(stories, 'Marie', { caseId: eliasCase, role: 'fosterCarer' })
  const kept = await stories.asStaff('mira', (tx) => recordFollowUp(tx, held()))
  await stories.owner.query(
    `insert into follow_up_participant (municipality_id, follow_up_id, person_id) values ($1, $2, $3)`,
    [municipalityId('ekdala'), (kept as { followUpId: string }).followUpId, other],
  )
  expect(
    await changeNumberOf(stories, 'jonas', { who: 'marie', caseId: tindrasCase, seenOther: other }),
  ).toBe('merge')
  const { rows } = await stories.owner.query(
    `select person_id from follow_up_participant where follow_up_id = $1 and person_id in ($2, $3)`,
    [(kept as { followUpId: string }).followUpId, other, idOf('marie')],
  )
  expect(rows).toEqual([{ person_id: other }])
})
