import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type Silence = {
  caseId: string
  personId: string
  name: string
  /** Given name of the child when the reader is somebody else. */
  aboutChild: string | null
  since: Date
  days: number
}

/** Readers of the staff member's open cases for whom nothing has come for long, the longest silence first. */
export async function listSilences(tx: StaffTx): Promise<Silence[]> {
  const { rows } = await sql<Silence>`
    select s.case_id as "caseId", s.person_id as "personId", full_name(p.given_name, p.family_name) as name,
           case when c.child_id <> p.id then child.given_name end as "aboutChild", s.since,
           (select app_today()) - (s.since at time zone 'Europe/Stockholm')::date as days
      from staff_silence s
      join case_file c on c.id = s.case_id
      join person p on p.id = s.person_id
      join person child on child.id = c.child_id
     order by s.since, s.silence_id
     limit 50`.execute(tx)
  return rows
}
