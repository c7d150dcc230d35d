import { personAt, type RemarkSlug } from '../addresses'
import type { RemarkKind } from '../../db/roles'

/** A note, a document, or only a case. Unchecked ids from the address. */
export type RemarkTarget = {
  caseId: string
  on: { what: 'note' | 'document'; id: string } | null
  kind: RemarkKind
}

const kinds: Record<RemarkSlug, RemarkKind> = {
  'stammer-inte': 'disputedFact',
  kommentar: 'ownComment',
  'be-om-att-fa-lasa': 'accessRequest',
}

type Params = Readonly<Record<string, string | undefined>>

/**
 * Reads a remark's address: `…/anteckningar/:noteId/:remark`, `…/dokument/:documentId/:remark` or
 * `…/be-om-att-fa-lasa` on the case. Null for an unknown last word.
 */
export function remarkTarget({ caseId = '', noteId, documentId, remark }: Params): RemarkTarget | null {
  if (remark === undefined) return { caseId, on: null, kind: 'accessRequest' }
  if (!isSlug(remark)) return null
  const kind = kinds[remark]
  if (noteId !== undefined) return { caseId, on: { what: 'note', id: noteId }, kind }
  return documentId === undefined ? null : { caseId, on: { what: 'document', id: documentId }, kind }
}

function isSlug(word: string): word is RemarkSlug {
  return Object.hasOwn(kinds, word)
}

export function itemAddress({ caseId, on }: RemarkTarget): string {
  if (!on) return personAt.accessRequest(caseId)
  return on.what === 'note' ? personAt.note(caseId, on.id) : personAt.document(caseId, on.id)
}
