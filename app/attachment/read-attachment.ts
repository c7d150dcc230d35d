import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../db/connect'
import type { AttachmentType } from '../../db/roles'
import type { DataKeys } from '../person/data-keys'
import { unsealFile } from './sealed-file'

export type OpenedAttachment = { bytes: Buffer; type: AttachmentType }
type Row = { sealed: Buffer; type: AttachmentType }

/** `threadId` is null for a file of one's own draft. */
type OfPerson = { caseId: string; threadId: string | null; attachmentId: string; keys: DataKeys }

/**
 * A file that may be opened; the database logs that it was read.
 * @returns null when it is unknown, somebody else's, elsewhere, waits for the scanner or was erased by it
 */
export async function readAttachment(
  tx: PersonTx,
  { caseId, threadId, attachmentId, keys }: OfPerson,
): Promise<OpenedAttachment | null> {
  const { rows } = await sql<Row>`
    select sealed, type from person_read_attachment(${caseId}::uuid, ${threadId}::uuid, ${attachmentId}::uuid)`.execute(
    tx,
  )
  return opened(rows[0], attachmentId, keys)
}

/** As {@link readAttachment}, in a thread of a case of the staff member's. */
export async function readStaffAttachment(
  tx: StaffTx,
  { threadId, attachmentId, keys }: { threadId: string; attachmentId: string; keys: DataKeys },
): Promise<OpenedAttachment | null> {
  const { rows } = await sql<Row>`
    select sealed, type from staff_read_attachment(${threadId}::uuid, ${attachmentId}::uuid)`.execute(tx)
  return opened(rows[0], attachmentId, keys)
}

const opened = (row: Row | undefined, attachmentId: string, keys: DataKeys): OpenedAttachment | null =>
  row ? { bytes: unsealFile(row.sealed, attachmentId, keys), type: row.type } : null
