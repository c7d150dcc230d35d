import type { PersonTx } from '../../db/connect'
import { findCase } from '../case/case-page'
import { daysAhead } from '../case/stage'
import { findDocuments } from '../document/documents'
import { findNotes } from '../note/notes'
import { itemTitle } from '../reading/item-title'
import { pageSize } from '../ui/paging'

/** Something a child may read. `id` is null for the plan and for the dates, of which there is one each. */
export type Readable = {
  kind: 'note' | 'document' | 'plan' | 'dates'
  id: string | null
  title: string | null
  /** 'YYYY-MM-DD', or a moment. */
  at: string | Date | null
  isNew: boolean
}

/**
 * What the child may read by itself, the newest first: the newest notes and documents, the plan and the days ahead.
 * Titles alone, so nothing is read here. Of what only a title may be shown there is nothing to read.
 * @param tx opened as the child
 * @returns null for a case the child may not open
 */
export async function listReadable(tx: PersonTx, caseId: string) {
  const found = await findCase(tx, caseId)
  if (!found?.isOwn) return null
  const notes = (await findNotes(tx, caseId, 1))?.notes.slice(0, pageSize) ?? []
  const documents = (await findDocuments(tx, caseId, 1))?.documents.slice(0, pageSize) ?? []
  const things: Readable[] = [
    ...notes
      .filter(({ level }) => level !== 'title')
      .map((note) => ({
        kind: 'note' as const,
        id: note.id,
        title: itemTitle(note, found.audience),
        at: note.eventAt,
        isNew: note.isNew,
      })),
    ...documents
      .filter(({ level }) => level !== 'title')
      .map((document) => ({
        kind: 'document' as const,
        id: document.id,
        title: itemTitle(document, found.audience),
        at: document.datedOn,
        isNew: document.isNew,
      })),
  ]
  if (found.hasPlan) things.push({ kind: 'plan', id: null, title: null, at: null, isNew: false })
  const next = found.coming[0]?.startsAt ?? daysAhead(found).nextFollowUp
  if (next) things.push({ kind: 'dates', id: null, title: null, at: next, isNew: false })
  return { childName: found.childName, things }
}
