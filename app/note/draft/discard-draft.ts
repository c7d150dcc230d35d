import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { Draft } from './find-draft'

/** Also deletes its dictations, sound and keys. A first draft's note goes too; signed versions stay. */
export async function discardDraft(
  tx: StaffTx,
  draft: Pick<Draft, 'noteId' | 'versionId' | 'number' | 'caseId'>,
) {
  await tx
    .updateTable('recording')
    .set({ state: 'discarded' })
    .where('note_version_id', '=', draft.versionId)
    .where('state', '<>', 'discarded')
    .execute()
  if (draft.number === 1) {
    await tx.deleteFrom('note').where('id', '=', draft.noteId).execute()
    return
  }
  await tx.deleteFrom('note_version').where('id', '=', draft.versionId).execute()
  // The database logs a deleted note, but not a deleted correction.
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'discardedDraft', ${draft.caseId}::uuid, ${draft.noteId}::uuid)
  `.execute(tx)
}
