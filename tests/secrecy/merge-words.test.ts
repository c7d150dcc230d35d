import { afterAll, beforeAll, expect, test } from 'vitest'
import { tindrasCase } from '../support/asked.ts'
import { idOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

test('two who asked for another time and are one person have asked once, with all the words of both', async () => {
  const words = [`Jag ${'a'.repeat(1990)} kan.`, `Inte ${'b'.repeat(1985)} då.`]
  const [kept, gone] = [idOf('marie'), idOf('tindra')]
  const { rows } = await stories.owner.query<{ municipality: string }>(
    `with meeting as (
       insert into appointment (municipality_id, case_id, kind, starts_at, ends_at, shown_from, planned_by, planned_at, changed_by,
                                changed_at, time_set_at, form_key)
       select m.id, $1, 'officeMeeting', '2026-09-21 10:00+02', '2026-09-21 11:00+02', $2, $3, $2, $3, $2, $2, gen_random_uuid()
         from municipality m join case_file c on c.municipality_id = m.id and c.id = $1 returning municipality_id, id),
     part as (
       insert into appointment_participant (municipality_id, appointment_id, person_id)
       select municipality_id, id, p from meeting cross join unnest($4::uuid[]) p returning municipality_id, appointment_id, person_id)
     insert into appointment_change_request (municipality_id, id, appointment_id, person_id, text, asked_at)
     select municipality_id, gen_random_uuid(), appointment_id, person_id, case when person_id = $5 then $6 else $7 end, $2 from part
     returning municipality_id as municipality`,
    [tindrasCase, storyTime, idOf('mira'), [kept, gone], kept, ...words],
  )
  await stories.owner.query('select merge_appointments($1, $2, $3)', [rows[0]!.municipality, gone, kept])
  const asked = await stories.owner.query<{ text: string }>(
    `select text from appointment_change_request where person_id = $1 and state = 'asked'`,
    [kept],
  )
  expect(asked.rows).toEqual([{ text: words.join('\n\n') }])
})
