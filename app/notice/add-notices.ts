import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

/** Written with the note it tells of, sent when that can be read. It says that there is something, never what. */
export async function addNotices(
  tx: StaffTx,
  noteId: string,
  notices: readonly { personId: string; dueAt: Date }[],
): Promise<void> {
  if (notices.length === 0) return
  await sql`
    insert into notice (municipality_id, person_id, kind, note_id, due_at)
    select (select app_municipality()), person_id, 'newNote', ${noteId}::uuid, due_at
      from unnest(${notices.map(({ personId }) => personId)}::uuid[], ${notices.map(({ dueAt }) => dueAt)}::timestamptz[])
           x (person_id, due_at)`.execute(tx)
}
