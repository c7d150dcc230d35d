import type { StaffTx } from '../../../db/connect'

/** Of the newest signed version; undefined if the reader may see none. */
export async function findSignedTitle(tx: StaffTx, noteId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('note_version')
    .select('title')
    .where('note_id', '=', noteId)
    .where('signed_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.title
}
