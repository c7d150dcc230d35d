import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type CasePerson = { id: string; givenName: string; name: string; isProtected: boolean }

/** Everybody who belongs to a case today, the child first: whoever may have said something, or must not be named. */
export async function listCasePeople(tx: StaffTx, caseId: string): Promise<CasePerson[]> {
  const { rows } = await sql<CasePerson>`
    select p.id, p.given_name as "givenName", p.given_name || ' ' || p.family_name as name,
           exists (select from person_protection x where x.municipality_id = p.municipality_id and x.person_id = p.id
                      and x.valid @> (select app_today())) as "isProtected"
      from person p
     where p.id in (select person_id from case_party where case_id = ${caseId}::uuid and valid @> (select app_today()))
     order by p.birth_date desc, p.id`.execute(tx)
  return rows
}

/** Full names of those who work with a case today. */
export async function listCaseStaffNames(tx: StaffTx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select s.given_name || ' ' || s.family_name as name
      from caseworker_assignment a
      join staff_member s on s.municipality_id = a.municipality_id and s.id = a.staff_id
     where a.case_id = ${caseId}::uuid and a.valid @> (select app_today())
     order by a.kind desc`.execute(tx)
  return rows.map(({ name }) => name)
}
