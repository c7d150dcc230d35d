import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'

/** Throws away what the subject has begun, or what has just been sent. One that is not there is gone already. */
export async function discardDraft(tx: PersonTx, draftId: string): Promise<void> {
  await sql`select person_discard_draft(${draftId}::uuid)`.execute(tx)
}
