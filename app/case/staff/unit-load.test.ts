import { afterAll, beforeAll, expect, test } from 'vitest'
import { eliasCase, tindrasCase } from '../../../tests/support/asked'
import { idOf } from '../../../tests/support/people'
import { openStories, type Stories } from '../../../tests/support/stories'
import { findUnitLoad } from './unit-load'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const loadOf = (who: 'jonas' | 'mira') => stories.asStaff(who, findUnitLoad)
const samiras = async () => (await loadOf('jonas'))!.loads.find(({ staffId }) => staffId === idOf('samira'))!

test('the load of the unit is for who leads it, and nobody else', async () => {
  expect(await loadOf('mira')).toBeNull()
  const load = (await loadOf('jonas'))!
  const { rows } = await stories.owner.query<{ count: number }>(
    `select count(*)::int as count from case_file c join staff_member s on s.unit_id = c.unit_id
      where s.id = $1 and c.closed_on is null`,
    [idOf('jonas')],
  )
  expect(load.openCases).toBe(rows[0]!.count)
  expect(load.loads.reduce((sum, { cases }) => sum + cases, 0) + load.unled).toBe(load.openCases)
  const { fresh, week, older } = load.unanswered
  expect(fresh + week + older).toBe(load.loads.reduce((sum, { unanswered }) => sum + unanswered, 0))
})

test.each([
  ['2026-09-13', 'fresh'],
  ['2026-09-12', 'week'],
  ['2026-09-08', 'week'],
  ['2026-09-07', 'older'],
])('what was asked on %s and waits on 15 September is %s', async (day, age) => {
  const before = (await loadOf('jonas'))!.unanswered
  await stories.owner.query(
    `insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key)
     select municipality_id, id, child_id, 'Kontakta mig', ($2 || ' 23:30 Europe/Stockholm')::timestamptz, 'contactRequest', gen_random_uuid()
       from case_file where id = $1`,
    [tindrasCase, day],
  )
  const after = (await loadOf('jonas'))!.unanswered
  const added = (['fresh', 'week', 'older'] as const).filter((each) => after[each] === before[each] + 1)
  expect(added).toEqual([age])
  expect(after.oldestDays).toBe(Math.max(before.oldestDays ?? 0, 15 - Number(day.slice(-2))))
})

test('a deadline is soon, then late, then done, and a closed case is nobody’s load', async () => {
  const before = await samiras()
  await stories.owner.query(
    `insert into deadline (municipality_id, case_id, kind, due_on, source, shown_from)
     select municipality_id, id, 'consideration', '2026-09-20', 'LVU 13 §', '2026-09-01' from case_file where id = $1`,
    [eliasCase],
  )
  expect(await samiras()).toEqual({ ...before, soon: before.soon + 1 })
  await stories.owner.query(
    `update deadline set due_on = '2026-09-14' where case_id = $1 and due_on = '2026-09-20'`,
    [eliasCase],
  )
  expect(await samiras()).toEqual({ ...before, late: before.late + 1 })
  await stories.owner.query(
    `update deadline set done_on = '2026-09-15' where case_id = $1 and due_on = '2026-09-14'`,
    [eliasCase],
  )
  expect(await samiras()).toEqual(before)
  await stories.owner.query(
    `update case_file set closed_on = '2026-09-15', readable_until = '2027-09-15' where id = $1`,
    [eliasCase],
  )
  expect((await loadOf('jonas'))!.loads.find(({ staffId }) => staffId === idOf('samira'))?.cases ?? 0).toBe(
    before.cases - 1,
  )
})
