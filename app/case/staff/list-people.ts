import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type CaseParty = {
  personId: string
  name: string
  /** Null while it cannot be told. */
  age: number | null
  role: string
  from: string
  /** The last day, when the relation ends. */
  until: string | null
  isEnded: boolean
  protection: 'confidentialityMarking' | 'protectedRegistration' | null
  mayChangeNumber: boolean
  /** Signs in and reads: a line can be written to them alone. */
  readsLines: boolean
}

export async function listParties(tx: StaffTx, caseId: string): Promise<CaseParty[]> {
  const { rows } = await sql<CaseParty>`
    select p.person_id as "personId", full_name(x.given_name, x.family_name) as name, known_age_on(x.born, (select app_today())) as age,
           p.role, lower(p.valid) as from, upper(p.valid) - 1 as until,
           not p.valid @> (select app_today()) as "isEnded",
           (select y.kind from person_protection y where y.municipality_id = p.municipality_id and y.person_id = p.person_id
               and y.valid @> (select app_today()) order by y.kind desc limit 1) as protection,
           staff_may_change_number(p.person_id) as "mayChangeNumber",
           p.person_id in (select r.person_id from staff_line_reader r where r.case_id = ${caseId}::uuid) as "readsLines"
      from case_party p
      join person x on x.municipality_id = p.municipality_id and x.id = p.person_id
     where p.case_id = ${caseId}::uuid
     order by not p.valid @> (select app_today()), p.role <> 'child', x.given_name`.execute(tx)
  return rows
}

export type CaseworkerOf = { name: string; kind: string; phone: string }

export async function listCaseworkers(tx: StaffTx, caseId: string): Promise<CaseworkerOf[]> {
  const { rows } = await sql<CaseworkerOf>`
    select full_name(s.given_name, s.family_name) as name, a.kind, s.phone
      from caseworker_assignment a
      join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
     where a.case_id = ${caseId}::uuid and a.valid @> (select app_today())
     order by a.kind desc`.execute(tx)
  return rows
}
