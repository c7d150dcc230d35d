import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

/** What one caseworker of the unit has to do, counted in their open cases. */
type Load = {
  staffId: string
  name: string
  cases: number
  /** Open cases of somebody else, that they step into. */
  deputised: number
  unanswered: number
  /** Deadlines that have passed, and those of the coming two weeks. */
  late: number
  soon: number
}

/** How many questions have waited how long, by whole days. */
type UnansweredByAge = { fresh: number; week: number; older: number; oldestDays: number | null }

export type UnitLoad = {
  openCases: number
  /** Open cases that nobody has today. */
  unled: number
  loads: Load[]
  unanswered: UnansweredByAge
}

const soonDays = 14
/** Up to so many days a question is fresh, and then of this week. */
const freshDays = 2
const weekDays = 7

/** The unit that the reader leads, as it stands today; null for who leads none. In one question. */
export async function findUnitLoad(tx: StaffTx): Promise<UnitLoad | null> {
  const { rows } = await sql<UnitLoad>`
    with led as (
      select s.municipality_id, s.unit_id from staff_member s
       where s.municipality_id = (select app_municipality()) and s.id = (select app_subject()) and s.role = 'teamLeader'
    ), cases as (
      select c.id from case_file c join led on led.municipality_id = c.municipality_id and led.unit_id = c.unit_id
       where c.closed_on is null
    ), part as (
      select distinct a.case_id, a.staff_id, a.kind from caseworker_assignment a join cases c on c.id = a.case_id
       where a.valid @> (select app_today()) and a.kind in ('lead', 'deputy')
    ), waiting as (
      select w.case_id, (select app_today()) - (w.since at time zone 'Europe/Stockholm')::date as days
        from staff_awaited_answer w join cases c on c.id = w.case_id
    ), due as (
      select d.case_id, d.due_on < (select app_today()) as is_late
        from deadline d join cases c on c.id = d.case_id
       where d.done_on is null and d.due_on <= (select app_today()) + ${soonDays}::int
    ), loads as (
      select s.id, full_name(s.given_name, s.family_name) as name,
             (select count(*)::int from part p where p.staff_id = s.id and p.kind = 'lead') as cases,
             (select count(*)::int from part p where p.staff_id = s.id and p.kind = 'deputy') as deputised,
             (select count(*)::int from waiting w join part p on p.case_id = w.case_id and p.kind = 'lead' where p.staff_id = s.id) as unanswered,
             (select count(*)::int from due d join part p on p.case_id = d.case_id and p.kind = 'lead' where p.staff_id = s.id and d.is_late) as late,
             (select count(*)::int from due d join part p on p.case_id = d.case_id and p.kind = 'lead' where p.staff_id = s.id and not d.is_late) as soon
        from staff_member s
       where s.id in (select staff_id from part)
    )
    select (select count(*)::int from cases) as "openCases",
           (select count(*)::int from cases c where not exists (select from part p where p.case_id = c.id and p.kind = 'lead')) as unled,
           coalesce((select jsonb_agg(jsonb_build_object('staffId', l.id, 'name', l.name, 'cases', l.cases, 'deputised', l.deputised,
                                                         'unanswered', l.unanswered, 'late', l.late, 'soon', l.soon)
                                      order by l.cases desc, l.name) from loads l), '[]') as loads,
           (select jsonb_build_object('fresh', count(*) filter (where days <= ${freshDays}::int),
                                      'week', count(*) filter (where days > ${freshDays}::int and days <= ${weekDays}::int),
                                      'older', count(*) filter (where days > ${weekDays}::int),
                                      'oldestDays', max(days)) from waiting) as unanswered
      from led`.execute(tx)
  return rows[0] ?? null
}
