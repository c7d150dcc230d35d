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
  const { rows } = await sql<StaffCase>`
    select c.id, c.case_number as "caseNumber", full_name(child.given_name, child.family_name) as "childName",
           exists (select from case_party p join person_protection x
                     on x.municipality_id = p.municipality_id and x.person_id = p.person_id and x.valid @> (select app_today())
                    where p.municipality_id = c.municipality_id and p.case_id = c.id) as "hasProtected",
           (select s.stage from case_stage s join stage_kind k on k.stage = s.stage
             where s.municipality_id = c.municipality_id and s.case_id = c.id and s.started_on <= (select app_today())
             order by s.started_on desc, k.position desc nulls first limit 1) as stage,
           (select jsonb_build_object('kind', d.kind, 'dueOn', d.due_on) from deadline d
             where d.municipality_id = c.municipality_id and d.case_id = c.id and d.done_on is null
             order by d.due_on limit 1) as "nextDeadline",
           (select a.kind from caseworker_assignment a
             where a.municipality_id = c.municipality_id and a.case_id = c.id and a.staff_id = (select app_subject())
               and a.valid @> (select app_today()) limit 1) as part,
           c.closed_on as "closedOn"
      from case_file c
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
     where strpos(lower(c.case_number), lower(${number})) > 0
     order by c.closed_on is not null,
              (select min(d.due_on) from deadline d where d.municipality_id = c.municipality_id and d.case_id = c.id
                  and d.done_on is null) nulls last,
              c.case_number
     limit ${most}`.execute(tx)
  return rows
}
