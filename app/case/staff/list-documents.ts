import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type StaffDocument = { id: string; type: string; datedOn: string; title: string }

export async function listStaffDocuments(tx: StaffTx, caseId: string): Promise<StaffDocument[]> {
  const { rows } = await sql<StaffDocument>`
    select d.id, d.type, d.dated_on as "datedOn", v.title
      from document d
      join lateral (select x.title from document_version x where x.municipality_id = d.municipality_id and x.document_id = d.id
                     order by x.number desc limit 1) v on true
     where d.case_id = ${caseId}::uuid
     order by d.dated_on desc, d.id
     limit 50`.execute(tx)
  return rows
}
