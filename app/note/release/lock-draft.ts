import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

type Signature = {
  /** Words changed by hand; null if nothing was dictated. */
  editedWords: number | null
  now: Date
}

/** Only an own draft. The database refuses one that is not ready (db/policy/staff/signing.sql). */
export async function lockDraft(tx: StaffTx, noteId: string, { editedWords, now }: Signature): Promise<void> {
  await tx
    .updateTable('note_version')
    .set({ signed_at: now, signed_by: sql<string>`(select app_subject())`, edited_words: editedWords })
    .where('note_id', '=', noteId)
    .where('signed_at', 'is', null)
    .execute()
}
