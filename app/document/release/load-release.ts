import { createHash } from 'node:crypto'
import type { StaffTx } from '../../../db/connect'
import { listReaders } from '../../disclosure/list-readers'
import { lookAtReaders, type Keys } from '../../disclosure/look-at-readers'
import type { DocumentBlock } from '../content/content'
import { documentText, type ShownDocument } from './document-text'
import { openDocument, type OpenDocument } from './open-document'

export type DocumentRelease = NonNullable<Awaited<ReturnType<typeof loadDocumentRelease>>>

/** For the draft's writer or, without a draft, for the caseworker. Null when there is nothing to decide on. */
export async function loadDocumentRelease(tx: StaffTx, documentId: string, keys: Keys) {
  const document = await openDocument(tx, documentId, keys.now)
  if (!document) return null
  const readers = await listReaders<ShownDocument, DocumentBlock>(tx, document.caseId, itemOf(documentId))
  const looked = await lookAtReaders(tx, readers, documentText(document), keys)
  return { ...document, textMark: markOf(document), readers: looked }
}

export const itemOf = (documentId: string) => ({ column: 'document_id', id: documentId }) as const

/** Tells one text from another, so that a form says which one it was drawn on. */
function markOf({ type, versions }: OpenDocument): string {
  return createHash('sha256')
    .update(JSON.stringify([type, ...versions]))
    .digest('base64url')
}
