import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DocumentType } from '../../../db/closed-lists'
import type { DocumentContent } from '../content/content'

export type StaffDocumentFacts = {
  id: string
  caseId: string
  caseNumber: string
  childName: string
  type: DocumentType
  datedOn: string
  title: string
}

/** Undefined when it is unknown, in another case, or not open to the staff member. */
export async function findStaffDocument(
  tx: StaffTx,
  caseId: string,
  documentId: string,
): Promise<StaffDocumentFacts | undefined> {
  const { rows } = await sql<StaffDocumentFacts>`
    select d.id, d.case_id as "caseId", c.case_number as "caseNumber", full_name(child.given_name, child.family_name) as "childName",
           d.type, d.dated_on as "datedOn", v.title
      from document d
      join case_file c on c.municipality_id = d.municipality_id and c.id = d.case_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      join lateral (select x.id, x.title from document_version x where x.municipality_id = d.municipality_id and x.document_id = d.id
                     order by x.number desc limit 1) v on true
     where d.id = ${documentId}::uuid and d.case_id = ${caseId}::uuid`.execute(tx)
  return rows[0]
}

export type StaffDocumentVersion = {
  number: number
  title: string
  content: DocumentContent
  childTitle: string | null
  childText: string | null
  changeReason: string | null
  signedAt: Date
  signedBy: string
  /** Whether its file has tags; null where it stands in no file. */
  fileIsTagged: boolean | null
}

/** Newest version first; the database logs the reading. */
export async function readStaffDocument(tx: StaffTx, documentId: string): Promise<StaffDocumentVersion[]> {
  const { rows } = await sql<StaffDocumentVersion>`
    select number, title, content, child_title as "childTitle", child_text as "childText", change_reason as "changeReason", signed_at as "signedAt", signed_by as "signedBy", file_is_tagged as "fileIsTagged"
      from staff_read_document(${documentId}::uuid)`.execute(tx)
  return rows
}
