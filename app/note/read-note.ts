import { CompiledQuery, sql } from 'kysely'
import type { AsJson } from '../../db/as-json'
import type { PersonTx } from '../../db/connect'
import type { Audience, NoteTextRow, PersonSchema } from '../../db/roles'
import type { CaseShown } from '../case/case-shown'
import type { OwnRemark } from '../remark/remark-parts'

type NoteRow = PersonSchema['person_note']

/** A note without its text, as its page shows it; moments and days are text. */
export type FoundNote = {
  id: string
  caseId: string
  caseNumber: string
  audience: Audience
  isOwn: boolean
  childName: string
  kind: NoteRow['kind']
  eventAt: string
  level: NoteRow['level']
  title: string
  childTitle: string | null
  authorGivenName: string
  authorFamilyName: string
  ground: NoteRow['ground']
  reviewOn: NoteRow['review_on']
  caseworkers: CaseShown['caseworkers']
  remarks: OwnRemark[]
}

/** `versions` is null where the note was not opened. */
type NotePage = { note: FoundNote; versions: AsJson<NoteTextRow>[] | null }

/**
 * Asks for everything a note's page shows (db/policy/person/note-page.sql). The page is null for a note that is hidden, of
 * another case, or missing.
 * @param isOpened with the text; the database logs the reading
 */
export function noteQuestion(
  caseId: string,
  noteId: string,
  isOpened: boolean,
): CompiledQuery<{ page: NotePage | null }> {
  return CompiledQuery.raw('select person_note_page($1, $2, $3) as page', [caseId, noteId, isOpened])
}

/** Without the text, so not counted as a reading. Undefined if hidden, of another case, or missing. */
export async function findNote(tx: PersonTx, caseId: string, noteId: string): Promise<FoundNote | undefined> {
  const { rows } = await tx.executeQuery(noteQuestion(caseId, noteId, false))
  return rows[0]?.page?.note
}

/** A partial disclosure has no provenance. */
export type NoteVersion = ReturnType<typeof noteVersion>

/** Newest first, empty if only the title is shown. The database logs the reading. */
export async function readNote(tx: PersonTx, noteId: string): Promise<NoteVersion[]> {
  const { rows } = await sql<NoteTextRow>`select * from person_read_note(${noteId})`.execute(tx)
  return rows.map(noteVersion)
}

export function noteVersion(row: NoteTextRow | AsJson<NoteTextRow>) {
  return {
    number: row.number,
    title: row.title,
    paragraphs: row.paragraphs,
    childText: row.child_text,
    childTextEasy: row.child_text_easy,
    changeReason: row.change_reason,
    signedAt: row.signed_at,
    origin: row.origin,
    readBackTo: row.read_back_to,
    audioErasedAt: row.audio_erased_at,
    source: row.source,
    bbicAreas: row.bbic_areas ?? [],
  }
}
