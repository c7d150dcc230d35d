import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type StaffCase = {
  id: string
  caseNumber: string
  childName: string
  /** Somebody in the case has protected personal data: no whereabouts may be mentioned. */
  hasProtected: boolean
  stage: string | null
  nextDeadline: { kind: string; dueOn: string } | null
  /** Null for a team leader who sees the case through the unit. */
  part: 'lead' | 'deputy' | null
  closedOn: string | null
}

type Wanted = {
  most: number
  /** Part of the case number; all cases without it. */
  number?: string
}

export async function listStaffCases(tx: StaffTx, { most, number = '' }: Wanted): Promise<StaffCase[]> {
  // What is told of the cases is read once for all of them: each look at a table goes through all that is open to the reader.
  const { rows } = await sql<StaffCase>`
    with next_deadline as (
      select distinct on (case_id) case_id, kind, due_on from deadline where done_on is null order by case_id, due_on
    ), listed as materialized (
      select c.*, d.kind as due_kind, d.due_on from case_file c left join next_deadline d on d.case_id = c.id
       where strpos(lower(c.case_number), lower(${number})) > 0
       order by c.closed_on is not null, d.due_on nulls last, c.case_number
       limit ${most}
    ), stage as materialized (
      select distinct on (s.case_id) s.case_id, s.stage from case_stage s join stage_kind k on k.stage = s.stage
       where s.case_id = any (array(select id from listed)) and s.started_on <= (select app_today())
       order by s.case_id, s.started_on desc, k.position desc nulls first
    ), own_part as materialized (
      select distinct on (case_id) case_id, kind from caseworker_assignment
       where case_id = any (array(select id from listed)) and staff_id = (select app_subject())
         and valid @> (select app_today())
       order by case_id, kind desc
    ), has_protected as materialized (
      select distinct p.case_id from case_party p
        join person_protection x on x.municipality_id = p.municipality_id and x.person_id = p.person_id
       where p.case_id = any (array(select id from listed)) and x.valid @> (select app_today())
    )
    select c.id, c.case_number as "caseNumber", full_name(child.given_name, child.family_name) as "childName",
           has_protected.case_id is not null as "hasProtected", stage.stage,
           case when c.due_kind is not null
             then jsonb_build_object('kind', c.due_kind, 'dueOn', c.due_on) end as "nextDeadline",
           own_part.kind as part, c.closed_on as "closedOn"
      from listed c
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      left join stage on stage.case_id = c.id
      left join own_part on own_part.case_id = c.id
      left join has_protected on has_protected.case_id = c.id
     order by c.closed_on is not null, c.due_on nulls last, c.case_number`.execute(tx)
  return rows
}
