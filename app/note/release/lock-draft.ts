import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

type Signature = {
  /** How many words of a dictation were changed by hand; null where nothing was dictated. */
  editedWords: number | null
  now: Date
}

/**
 * Signs the staff member's own draft of a note as it stands, where there is one; the database refuses a draft that is
 * not ready (db/policy/staff/signing.sql).
 */
export async function lockDraft(tx: StaffTx, noteId: string, { editedWords, now }: Signature): Promise<void> {
  await tx
    .updateTable('note_version')
    .set({ signed_at: now, signed_by: sql<string>`(select app_subject())`, edited_words: editedWords })
    .where('note_id', '=', noteId)
    .where('signed_at', 'is', null)
    .execute()
}
