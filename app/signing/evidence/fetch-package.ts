import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../../db/connect'

type Which = { caseId: string; documentId: string; requestId: string | null }

/**
 * The subject's own signature as a sealed file, the newest of the document where none is named; the database logs it.
 * Null when there is none, or the document is not theirs to read in full.
 */
export async function fetchOwnPackage(
  tx: PersonTx,
  { caseId, documentId, requestId }: Which,
): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select person_fetch_package(q.request_id) as bytes
      from (select r.request_id from person_signature_request r join person_package k on k.request_id = r.request_id
             where r.document_id = ${documentId}::uuid and r.case_id = ${caseId}::uuid
               and r.request_id = coalesce(${requestId}::uuid, r.request_id)
             order by r.version desc, k.sealed_at desc limit 1) q`.execute(tx)
  return rows[0]?.bytes ?? null
}

/** Somebody's signature in a case open to the staff member; the database logs it. Null as for a person. */
export async function fetchPackage(tx: StaffTx, requestId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select staff_fetch_package(${requestId}::uuid) as bytes`.execute(tx)
  return rows[0]?.bytes ?? null
}
