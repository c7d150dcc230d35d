import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

type NoticedItem = { column: 'note_id' | 'document_id'; id: string }

/** Written with what it tells of, sent when that can be read. It says that there is something, never what. */
export async function addNotices(
  tx: StaffTx,
  { column, id }: NoticedItem,
  notices: readonly { personId: string; dueAt: Date }[],
): Promise<void> {
  if (notices.length === 0) return
  const kind = column === 'note_id' ? 'newNote' : 'newDocument'
  await sql`
    insert into notice (municipality_id, person_id, kind, ${sql.ref(column)}, due_at)
    select (select app_municipality()), person_id, ${kind}, ${id}::uuid, due_at
      from unnest(${notices.map(({ personId }) => personId)}::uuid[], ${notices.map(({ dueAt }) => dueAt)}::timestamptz[])
           x (person_id, due_at)`.execute(tx)
}
