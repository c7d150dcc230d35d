import { CompiledQuery } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { Audience, PersonSchema } from '../../db/roles'
import { rowsOf } from '../ui/paging'

type Note = PersonSchema['person_note']

/** What person_note_list_page tells (db/policy/person/note-list-page.sql). Moments are text, as in JSON. */
export type NoteListPage = {
  id: string
  audience: Audience
  isOwn: boolean
  childName: string
  notes: ListedNote[]
}

export type ListedNote = {
  id: string
  kind: Note['kind']
  eventAt: string
  level: Note['level']
  title: string
  childTitle: string | null
  authorGivenName: string
  authorFamilyName: string
  isNew: boolean
}

/** Asks for a page of the list, newest event first, and one more to know whether there is a next page. */
export function notesQuestion(caseId: string, page: number): CompiledQuery<{ found: NoteListPage | null }> {
  const { limit, offset } = rowsOf(page)
  return CompiledQuery.raw('select person_note_list_page($1, $2, $3) as found', [caseId, limit, offset])
}

/** The same in a transaction that is open. Undefined for a case that is unknown or not the reader's. */
export async function findNotes(
  tx: PersonTx,
  caseId: string,
  page: number,
): Promise<NoteListPage | undefined> {
  const { rows } = await tx.executeQuery(notesQuestion(caseId, page))
  return rows[0]?.found ?? undefined
}
