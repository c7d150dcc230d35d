import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { createNote, type NewNote } from '../note/draft/create-note'
import { titleOfKind } from '../note/title-of-kind'
import { stockholmMoment } from '../calendar/stockholm-moment'
import { noteTextOf } from './note-text'
import { readFollowUp } from './read-follow-up'

type NoteOfFollowUp = Pick<NewNote, 'noteId' | 'versionId' | 'caseId' | 'authorId' | 'now'> & {
  followUpId: string
  childName: string
}

/**
 * Begins a note from what was recorded, as the caller's draft: edited, signed and released as every note. Where there
 * is one already, none is made.
 * @returns the note's id; null for a follow-up that was not held, not recorded, or is not open to the staff member
 */
export async function beginFollowUpNote(tx: StaffTx, note: NoteOfFollowUp): Promise<string | null> {
  const { followUpId, childName, ...fresh } = note
  const record = await readFollowUp(tx, note.caseId, followUpId)
  if (!record?.heldOn) return null
  if (record.noteId) return record.noteId
  const noon = stockholmMoment(record.heldOn, '12:00')!
  const eventAt = noon < note.now ? noon : note.now
  const made = await createNote(tx, {
    ...fresh,
    kind: 'followUp',
    eventAt,
    title: titleOfKind('followUp', eventAt),
    begun: {
      text: noteTextOf(record, childName),
      participants: record.participants.map(({ name }) => name).join(', ') || null,
      childPresent: record.participants.some(({ isChild }) => isChild),
      bbicAreas: record.areas,
    },
  })
  if (!made) return null
  const linked = await tx
    .updateTable('follow_up_record')
    .set({ note_id: note.noteId })
    .where('follow_up_id', '=', followUpId)
    .where('note_id', 'is', null)
    .where(sql<boolean>`municipality_id = (select app_municipality())`)
    .executeTakeFirst()
  return linked.numUpdatedRows === 1n ? note.noteId : null
}
