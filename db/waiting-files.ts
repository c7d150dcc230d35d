import { sql } from 'kysely'
import type { ServiceTx } from './connect.ts'

export type WaitingFile = { id: string; municipalityId: string; addedAt: Date }

/** Attachments that the scanner has not answered for in an hour, for an operator. */
export async function listWaitingFiles(tx: ServiceTx): Promise<WaitingFile[]> {
  const { rows } = await sql<WaitingFile>`
    select attachment_id as id, municipality_id as "municipalityId", added_at as "addedAt" from service_waiting_attachments()`.execute(
    tx,
  )
  return rows
}
