import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

/** Written with what it tells of, sent when that can be read. It says that there is something, never what. */
export async function addNotice(
  tx: StaffTx,
  notice: { noteId: string; personId: string; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      municipality_id: sql<string>`(select app_municipality())`,
      person_id: notice.personId,
      kind: 'newNote',
      note_id: notice.noteId,
      due_at: notice.dueAt,
    })
    .execute()
}
