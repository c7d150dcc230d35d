import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DocumentTemplate } from '../../../db/closed-lists'

export type DocumentDraftRow = {
  id: string
  childName: string
  type: string
  template: DocumentTemplate | null
  title: string | null
  savedAt: Date
}

/** The reader's own drafts of documents, of one case or all of theirs, the one that has waited longest first. */
export async function listDocumentDrafts(tx: StaffTx, caseId: string | null): Promise<DocumentDraftRow[]> {
  const { rows } = await sql<DocumentDraftRow>`
    select d.document_id as id, full_name(child.given_name, child.family_name) as "childName", d.type, d.template,
           d.content ->> 'title' as title, d.saved_at as "savedAt"
      from staff_document_draft d
      join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
     where d.case_id = coalesce(${caseId}::uuid, d.case_id)
     order by d.saved_at, d.document_id
     limit 50`.execute(tx)
  return rows
}
