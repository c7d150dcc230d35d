import { sql } from 'kysely'
import type { PersonTx } from '../../../db/connect'

/** @returns false when it can no longer be answered, unless so already */
export async function declineSignature(
  tx: PersonTx,
  requestId: string,
  words: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_decline_signature(${requestId}::uuid, ${words}) as done`.execute(tx)
  return rows[0]?.done === true
}
