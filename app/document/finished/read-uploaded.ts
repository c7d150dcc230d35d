import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

/** The bytes of one's own upload, while it is a draft; null for any other. */
export async function readUploaded(tx: StaffTx, documentId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select staff_read_upload(${documentId}::uuid) as bytes`.execute(tx)
  return rows[0]!.bytes
}
