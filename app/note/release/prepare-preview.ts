import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../../db/connect'
import { findNote, readNote } from '../read-note'
import { lockDraft } from './lock-draft'

type PreviewedNote = { noteId: string; personId: string; now: Date }

/** Signs and opens the note in a transaction that is rolled back (Database.lookAs): the real rules apply. */
export async function prepareNote(tx: StaffTx, { noteId, personId, now }: PreviewedNote): Promise<void> {
  await lockDraft(tx, noteId, { editedWords: null, now })
  // As it will be on the day it is shown.
  await tx
    .updateTable('disclosure')
    .set({ shown_from: now, decided_by: sql<string>`(select app_subject())` })
    .where('note_id', '=', noteId)
    .where('person_id', '=', personId)
    .where('shown_from', '>', now)
    .execute()
}

/** Null if the reader gets nothing. */
export async function readPreviewed(tx: PersonTx, { caseId, noteId }: { caseId: string; noteId: string }) {
  const note = await findNote(tx, caseId, noteId)
  return note ? { note, versions: await readNote(tx, noteId) } : null
}

export async function logPreview(
  tx: StaffTx,
  { caseId, noteId }: { caseId: string; noteId: string },
): Promise<void> {
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'previewedNote', ${caseId}::uuid, ${noteId}::uuid)
  `.execute(tx)
}
