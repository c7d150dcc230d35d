import type { StaffTx } from '../../../db/connect'

/** The title of a note's newest signed version; undefined where there is none that the reader may see. */
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
