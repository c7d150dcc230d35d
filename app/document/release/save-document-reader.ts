import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { decideReader, type SavedReader } from '../../disclosure/decide-reader'
import type { Keys } from '../../disclosure/look-at-readers'
import type { ReaderValues } from '../../disclosure/reader-form'
import { documentText } from './document-text'
import { itemOf, loadDocumentRelease } from './load-release'

type ReaderToSave = Keys & { documentId: string; values: ReaderValues }

/** What may be read by one person of a document. */
export async function saveDocumentReader(
  tx: StaffTx,
  { documentId, ...given }: ReaderToSave,
): Promise<SavedReader> {
  // The text stays as it is looked at until the decision on it is written.
  await sql`select from staff_lock_document(${documentId}::uuid)`.execute(tx)
  const release = await loadDocumentRelease(tx, documentId, given)
  // What is not whole yet is decided on by nobody.
  if (!release || (release.draft && !release.draft.content)) return { outcome: 'gone' }
  const keepSeen = async ({ personId }: { personId: string }, keys: string[]) => {
    await sql`select staff_see_document_warnings(${documentId}::uuid, ${personId}::uuid, ${keys}::text[])`.execute(
      tx,
    )
  }
  const toDecide = { ...release, item: itemOf(documentId), text: documentText(release), keepSeen }
  return decideReader(tx, toDecide, given)
}
