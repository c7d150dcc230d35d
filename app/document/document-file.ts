import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../db/connect'

/** The frozen bytes of a document's newest version; the database logs the reading. Null when there are none to see. */
export async function readDocumentFile(
  tx: PersonTx,
  caseId: string,
  documentId: string,
): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select person_read_document_file(d.document_id) as bytes
      from person_document d where d.document_id = ${documentId}::uuid and d.case_id = ${caseId}::uuid`.execute(
    tx,
  )
  return rows[0]?.bytes ?? null
}

/** The same for staff of the case. */
export async function readStaffDocumentFile(
  tx: StaffTx,
  caseId: string,
  documentId: string,
): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select staff_read_document_file(d.id) as bytes
      from document d where d.id = ${documentId}::uuid and d.case_id = ${caseId}::uuid`.execute(tx)
  return rows[0]?.bytes ?? null
}
