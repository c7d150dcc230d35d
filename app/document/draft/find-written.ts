import type { StaffTx } from '../../../db/connect'
import { findDocumentDraft } from './document-draft'

/** One's own draft that is written from a template; null for any other. */
export async function findWritten(tx: StaffTx, documentId: string) {
  const draft = await findDocumentDraft(tx, documentId)
  if (!draft?.template) return null
  return { ...draft, template: draft.template }
}
