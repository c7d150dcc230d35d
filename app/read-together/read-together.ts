import type { PersonTx, StaffTx } from '../../db/connect'
import { findNotes } from '../note/notes'
import { readNotes } from '../note/read-note'
import { findCase } from '../case/case-page'
import { findDocuments } from '../document/documents'
import { logStaffReading } from '../audit/log-staff-reading'
import { pageSize } from '../ui/paging'
import { readDocuments } from '../document/read-document'

export type ReadTogether = NonNullable<Awaited<ReturnType<typeof readAsChild>>>

/** Logs it; returns the language, or null if this is not a child in a case open to the staff member. */
export async function beginReadTogether(
  tx: StaffTx,
  caseId: string,
  personId: string,
): Promise<string | null> {
  const child = await tx
    .selectFrom('case_file as c')
    .innerJoin('person as p', 'p.id', 'c.child_id')
    .where('c.id', '=', caseId)
    .where('c.child_id', '=', personId)
    .select('p.language')
    .executeTakeFirst()
  if (!child) return null
  await logStaffReading(tx, { action: 'readTogether', caseId, noteId: null })
  return child.language
}

/**
 * Null for a case the child may not open.
 * @param tx opened as the child and rolled back, so no reading is logged in the child's name
 */
export async function readAsChild(tx: PersonTx, caseId: string) {
  const found = await findCase(tx, caseId)
  if (!found) return null
  const notes = (await findNotes(tx, caseId, 1))?.notes.slice(0, pageSize) ?? []
  const documents = (await findDocuments(tx, caseId, 1))?.documents.slice(0, pageSize) ?? []
  const noteTexts = await readNotes(tx, idsOf(notes))
  const documentTexts = await readDocuments(tx, idsOf(documents))
  return {
    found,
    notes: notes.map((note) => ({ ...note, version: noteTexts.get(note.id) ?? null })),
    documents: documents.map((document) => ({
      ...document,
      version: documentTexts.get(document.id) ?? null,
    })),
  }
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id)
