import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { StoredParagraph } from '../../../db/roles'
import { listReaders } from '../../disclosure/list-readers'
import { lookAtReaders, type Keys } from '../../disclosure/look-at-readers'
import type { OpenNote } from '../draft/open-note'
import { noteText, versionOf, type NumberedText, type ShownDraft } from './note-text'
import { textMarkOf } from './text-mark'

export type Release = NonNullable<Awaited<ReturnType<typeof loadRelease>>>

/**
 * For the draft's writer or, without a draft, for the caseworker.
 * @param note opened in this transaction
 * @returns null without an own draft or a signed version
 */
export async function loadRelease(tx: StaffTx, note: OpenNote, keys: Keys) {
  if (!note.draft && !note.isSigned) return null
  const signed = note.isSigned ? await readSigned(tx, note.noteId) : []
  const toRead = noteToRead(note, signed, keys.now)
  const item = { column: 'note_id', id: note.noteId } as const
  const readers = await listReaders<ShownDraft, StoredParagraph>(tx, note.caseId, item)
  const looked = await lookAtReaders(tx, readers, noteText(toRead), keys)
  return { ...toRead, textMark: textMarkOf(toRead), readers: looked }
}

export type NoteToRead = ReturnType<typeof noteToRead>

function noteToRead(note: OpenNote, signed: readonly NumberedText[], now: Date) {
  const { noteId, caseId, childId, childName, authorName, source, people, caseWords, isSigned, draft } = note
  return {
    ...{ noteId, caseId, childId, childName, authorName, source, people, caseWords, isSigned, now },
    /** Null if the staff member has no draft: it is signed. */
    draftId: draft?.versionId ?? null,
    checked: draft?.checked ?? [],
    facts: { kind: note.kind, eventAt: note.eventAt, bbicAreas: note.bbicAreas },
    versions: draft ? [{ ...versionOf(draft, people), number: draft.number }, ...signed] : signed,
  }
}

/** Newest first. The database logs the reading. */
async function readSigned(tx: StaffTx, noteId: string): Promise<NumberedText[]> {
  const { rows } = await sql<NumberedText>`
    select number, title, paragraphs, child_title as "childTitle", child_text as "childText",
           child_text_easy as "childTextEasy", change_reason as "changeReason", read_back_to as "readBackTo"
      from staff_read_note(${noteId}::uuid)`.execute(tx)
  return rows
}
