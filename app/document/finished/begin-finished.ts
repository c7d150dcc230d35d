import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { SeenPdf } from '../upload/look-inside'
import type { FinishedDocument } from './finished-in'

type Finished = {
  /** Chosen by the form, so that sending twice makes one document. */
  documentId: string
  caseId: string
  document: FinishedDocument
  file: { bytes: Buffer; name: string; seen: SeenPdf }
}

/** A draft whose frozen bytes will be those that were uploaded. False if the case is not open to the writer. */
export async function beginFinished(
  tx: StaffTx,
  { documentId, caseId, document, file }: Finished,
): Promise<boolean> {
  const { type, day, content } = document
  const { rows } = await sql<{ isBegun: boolean }>`
    select staff_upload_document(${documentId}::uuid, ${caseId}::uuid, ${type}, ${day}::date, ${JSON.stringify(content)}::jsonb,
             ${file.bytes}::bytea, ${file.name}, ${file.seen.pages}::int, ${file.seen.isTagged}::boolean) as "isBegun"`.execute(
    tx,
  )
  return rows[0]!.isBegun
}
