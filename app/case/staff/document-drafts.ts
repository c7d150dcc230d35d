import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DocumentTemplate } from '../../../db/closed-lists'

export type DocumentDraftRow = {
  id: string
  childName: string
  type: string
  template: DocumentTemplate | null
  title: string | null
  savedAt: string
}

/** The reader's own drafts of documents, of one case or all of theirs, the one that has waited longest first. */
export async function listDocumentDrafts(tx: StaffTx, caseId: string | null): Promise<DocumentDraftRow[]> {
  const { rows } = await sql<{ drafts: DocumentDraftRow[] }>`
    select staff_document_drafts(${caseId}::uuid) as drafts`.execute(tx)
  return rows[0]!.drafts
}
