import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type NewNote = {
  /** Chosen by the form, so that sending twice makes one note. */
  noteId: string
  versionId: string
  caseId: string
  kind: string
  eventAt: Date
  title: string
  authorId: string
  now: Date
  /** What it begins with when it tells of something recorded before; else it begins empty. */
  begun?: {
    text: string
    participants: string | null
    /** Null for the writer to say. */
    childPresent: boolean | null
    bbicAreas: readonly string[]
  }
}

/** With its draft. False if the case is not open to the writer. */
export async function createNote(tx: StaffTx, note: NewNote): Promise<boolean> {
  const { noteId, versionId, caseId, kind, eventAt, title, authorId, now, begun } = note
  const open = await tx.selectFrom('case_file').select('id').where('id', '=', caseId).executeTakeFirst()
  if (!open) return false
  const municipality_id = sql<string>`(select app_municipality())`
  const made = await tx
    .insertInto('note')
    .values({
      municipality_id,
      id: noteId,
      case_id: caseId,
      kind,
      event_at: eventAt,
      recorded_at: now,
      author_id: authorId,
      ...(begun && {
        participants: begun.participants,
        child_present: begun.childPresent,
        bbic_areas: [...begun.bbicAreas],
      }),
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return true
  await tx
    .insertInto('note_version')
    .values({
      municipality_id,
      id: versionId,
      note_id: noteId,
      number: 1,
      title,
      paragraphs: '[]',
      origin: 'typed',
      written_by: authorId,
      draft_text: begun?.text ?? '',
    })
    .execute()
  return true
}
