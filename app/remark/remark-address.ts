import { personAt, type RemarkSlug } from '../addresses'
import type { RemarkKind } from '../../db/roles'

/** A note, a document, or only a case. Unchecked ids from the address. */
export type RemarkTarget = {
  caseId: string
  on: { what: 'note' | 'document'; id: string } | null
  kind: RemarkKind
}

const slugs: Record<RemarkKind, RemarkSlug> = {
  disputedFact: 'stammer-inte',
  ownComment: 'kommentar',
  accessRequest: 'be-om-att-fa-lasa',
}

const kinds = ['disputedFact', 'ownComment', 'accessRequest'] as const

type RemarkOn = { caseId: string; kind: RemarkKind; noteId: string | null; documentId: string | null }

/** The page on which a remark is written. */
export function remarkAddress({ caseId, kind, noteId, documentId }: RemarkOn): string {
  if (noteId) return personAt.remarkOnNote(caseId, noteId, slugs[kind])
  if (documentId) return personAt.remarkOnDocument(caseId, documentId, slugs[kind])
  return personAt.accessRequest(caseId)
}

type Params = Readonly<Record<string, string | undefined>>

/**
 * Reads a remark's address: `…/anteckningar/:noteId/:remark`, `…/dokument/:documentId/:remark` or
 * `…/be-om-att-fa-lasa` on the case. Null for an unknown last word.
 */
export function remarkTarget({ caseId = '', noteId, documentId, remark }: Params): RemarkTarget | null {
  if (remark === undefined) return { caseId, on: null, kind: 'accessRequest' }
  const kind = kinds.find((each) => slugs[each] === remark)
  if (!kind) return null
  if (noteId !== undefined) return { caseId, on: { what: 'note', id: noteId }, kind }
  return documentId === undefined ? null : { caseId, on: { what: 'document', id: documentId }, kind }
}

export function itemAddress({ caseId, on }: RemarkTarget): string {
  if (!on) return personAt.accessRequest(caseId)
  return on.what === 'note' ? personAt.note(caseId, on.id) : personAt.document(caseId, on.id)
}
