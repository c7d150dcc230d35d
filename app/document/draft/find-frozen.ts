import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

type Frozen = { documentId: string; caseId: string; title: string }

/** The newest version of a document that was written here; undefined for any other. */
export async function findFrozen(tx: StaffTx, documentId: string): Promise<Frozen | undefined> {
  const { rows } = await sql<Frozen>`
    select d.id as "documentId", d.case_id as "caseId", v.title
      from document d
      join lateral (select x.title, x.template from document_version x
                     where x.municipality_id = d.municipality_id and x.document_id = d.id
                     order by x.number desc limit 1) v on true
     where d.id = ${documentId}::uuid and v.template is not null`.execute(tx)
  return rows[0]
}
