import { sql } from 'kysely'
import type { PersonTx } from '../../../db/connect'

/** @returns false when no consent of theirs stands there */
export async function withdrawConsent(tx: PersonTx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_withdraw_consent(${requestId}::uuid) as done`.execute(tx)
  return rows[0]?.done === true
}
