import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

/** Weeks ahead that "today" looks. */
export const weeksAhead = 4

/** A day something must be done by, or a follow-up that is planned. Days are 'YYYY-MM-DD'. */
export type Due = {
  id: string
  caseId: string
  childName: string
  kind: string
  on: string
  /** Days left; below zero for what is overdue. */
  days: number
  /** The rule that sets the day; null for what has been agreed. */
  source: string | null
  /** Whose own day it is, as for comments. */
  person: string | null
  lead: string | null
}

/** What falls due in the reader's open cases within {@link weeksAhead}, and what is overdue, soonest first. */
export async function listDue(tx: StaffTx): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select id, case_id, kind, due_on as on_day, source, person_id from deadline where done_on is null
      union all
      select id, case_id, 'followUp', planned_on, null, null from follow_up where held_on is null
    )
    select d.id, d.case_id as "caseId", child.given_name || ' ' || child.family_name as "childName", d.kind, d.on_day as on, d.on_day - app_today() as days, d.source,
           (select p.given_name from person p where p.id = d.person_id) as person,
           (select s.given_name from caseworker_assignment a join staff_member s on s.id = a.staff_id
             where a.case_id = d.case_id and a.kind = 'lead' and a.valid @> app_today() and s.id <> app_subject() limit 1) as lead
      from due d
      join case_file c on c.id = d.case_id and c.closed_on is null
      join person child on child.id = c.child_id
     where d.on_day <= app_today() + ${weeksAhead}::int * 7
     order by d.on_day, d.id
     limit 100`.execute(tx)
  return rows
}
