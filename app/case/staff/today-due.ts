import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export const weeksAhead = 4

/** A deadline, a planned follow-up, or a decision on readers that must be reviewed. Days are 'YYYY-MM-DD'. */
export type Due = {
  id: string
  caseId: string
  noteId: string | null
  childName: string
  kind: string
  on: string
  /** Days left; negative when overdue. */
  days: number
  /** The rule that sets the day; null for an agreed day. */
  source: string | null
  /** The person whose own day it is, as for comments. */
  person: string | null
  lead: string | null
}

export async function listDue(tx: StaffTx): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as materialized (
      select * from (
        select id, case_id, null::uuid as note_id, kind, due_on as on_day, source, person_id from deadline where done_on is null
        union all
        select id, case_id, null, 'followUp', planned_on, null, null from follow_up where outcome is null
        union all
        select d.id, n.case_id, n.id, 'disclosure', d.review_on, null, d.person_id
          from disclosure d join note n on n.municipality_id = d.municipality_id and n.id = d.note_id
         where d.level <> 'full'
      ) every_day
       where on_day <= (select app_today()) + ${weeksAhead}::int * 7
    ), lead as materialized (
      select distinct on (a.case_id) a.case_id, s.given_name from caseworker_assignment a
        join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
       where a.case_id = any (array(select case_id from due)) and a.kind = 'lead' and a.valid @> (select app_today()) and s.id <> (select app_subject())
       order by a.case_id, s.given_name
    )
    select d.id, d.case_id as "caseId", d.note_id as "noteId", full_name(child.given_name, child.family_name) as "childName", d.kind, d.on_day as on, d.on_day - (select app_today()) as days, d.source,
           (select p.given_name from person p where p.id = d.person_id) as person,
           lead.given_name as lead
      from due d
      join case_file c on c.id = d.case_id and c.id = any (array(select case_id from due)) and c.closed_on is null
      join person child on child.id = c.child_id
      left join lead on lead.case_id = d.case_id
     order by d.on_day, d.id
     limit 100`.execute(tx)
  return rows
}
