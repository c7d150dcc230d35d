import type { RemarkKind } from '../../db/roles'

/** What a remark is about: a note, a document, or a case alone. Ids as they stand in the address. */
export type RemarkTarget = {
  caseId: string | undefined
  on: { what: 'note' | 'document'; id: string } | null
  kind: RemarkKind
}

const kinds: Record<string, RemarkKind> = {
  'stammer-inte': 'disputedFact',
  kommentar: 'ownComment',
  'be-om-att-fa-lasa': 'accessRequest',
}

type Params = Readonly<Record<string, string | undefined>>

/**
 * Reads a remark's address: `…/anteckningar/:noteId/:remark`, `…/dokument/:documentId/:remark` or
 * `…/be-om-att-fa-lasa` on the case. Null for a last word that is none of ours.
 */
export function remarkTarget({ caseId, noteId, documentId, remark }: Params): RemarkTarget | null {
  if (remark === undefined) return { caseId, on: null, kind: 'accessRequest' }
  const kind = Object.hasOwn(kinds, remark) ? kinds[remark] : undefined
  if (!kind) return null
  if (noteId !== undefined) return { caseId, on: { what: 'note', id: noteId }, kind }
  return documentId === undefined ? null : { caseId, on: { what: 'document', id: documentId }, kind }
}

/** Where the form leads back to: the item, or the request's own page. */
export function itemAddress({ caseId, on }: RemarkTarget): string {
  const at = `/arenden/${caseId}`
  if (!on) return `${at}/be-om-att-fa-lasa`
  return `${at}/${on.what === 'note' ? 'anteckningar' : 'dokument'}/${on.id}`
}
