import { z } from 'zod'
import type { PersonTx } from '../../db/connect'

/** What a question comes from: a note, a document, a paragraph of it (from 1, as its reader sees it), or nothing. */
export type About = { noteId: string | null; documentId: string | null; paragraph: number | null }

export type AskedAbout = {
  what: 'note' | 'document'
  id: string
  title: string
  childTitle: string | null
  paragraph: number | null
}

const parts = z.object({
  note: z.uuid().nullable().catch(null),
  document: z.uuid().nullable().catch(null),
  paragraph: z.coerce.number().int().min(1).max(2000).nullable().catch(null),
})

/** As an address or a form names it; what is none is left out. */
export function aboutIn(given: Record<'note' | 'document' | 'paragraph', unknown>): About {
  const { note, document, paragraph } = parts.parse(given)
  const documentId = note ? null : document
  return { noteId: note, documentId, paragraph: note || documentId ? paragraph : null }
}

/**
 * The note or document a question is about, without its text.
 * @returns null for a question about nothing; undefined when the subject may not see it, or not in this case
 */
export async function findAskedAbout(
  tx: PersonTx,
  caseId: string,
  { noteId, documentId, paragraph }: About,
): Promise<AskedAbout | null | undefined> {
  if (noteId) {
    const found = await tx
      .selectFrom('person_note')
      .where('note_id', '=', noteId)
      .where('case_id', '=', caseId)
      .select(['note_id as id', 'title', 'child_title as childTitle'])
      .executeTakeFirst()
    return found && { what: 'note', ...found, paragraph }
  }
  if (!documentId) return null
  const found = await tx
    .selectFrom('person_document')
    .where('document_id', '=', documentId)
    .where('case_id', '=', caseId)
    .select(['document_id as id', 'title', 'child_title as childTitle'])
    .executeTakeFirst()
  return found && { what: 'document', ...found, paragraph }
}
