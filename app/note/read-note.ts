import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { NoteTextRow } from '../../db/roles'
import { caseworkersOf } from '../case/case-parts'
import { ownRemarksOf } from '../remark/remark-parts'

export type FoundNote = NonNullable<Awaited<ReturnType<typeof findNote>>>

/** Without the text, so not counted as a reading. Undefined if hidden, of another case, or missing. */
export function findNote(tx: PersonTx, caseId: string, noteId: string) {
  return tx
    .selectFrom('person_note as n')
    .innerJoin('person_case as c', 'c.case_id', 'n.case_id')
    .where('n.note_id', '=', noteId)
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'n.note_id as id',
      'c.case_id as caseId',
      'c.case_number as caseNumber',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'n.kind',
      'n.event_at as eventAt',
      'n.level',
      'n.title',
      'n.child_title as childTitle',
      'n.author_given_name as authorGivenName',
      'n.author_family_name as authorFamilyName',
      'n.ground',
      'n.review_on as reviewOn',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      ownRemarksOf({ column: 'note_id', id: eb.ref('n.note_id') }).as('remarks'),
    ])
    .executeTakeFirst()
}

/** A partial disclosure has no provenance. */
export type NoteVersion = ReturnType<typeof versionOf>

/** Newest first, empty if only the title is shown. The database logs the reading. */
export async function readNote(tx: PersonTx, noteId: string): Promise<NoteVersion[]> {
  const { rows } = await sql<NoteTextRow>`select * from person_read_note(${noteId})`.execute(tx)
  return rows.map(versionOf)
}

function versionOf(row: NoteTextRow) {
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
