import type { StaffTx } from '../../../db/connect'

/** Whether a note that is open to the staff member has a signed version. */
export async function isSignedNote(tx: StaffTx, noteId: string): Promise<boolean> {
  const signed = await tx
    .selectFrom('note_version')
    .select('id')
    .where('note_id', '=', noteId)
    .where('signed_at', 'is not', null)
    .executeTakeFirst()
  return signed !== undefined
}
