import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../../db/connect'
import type { Keys } from '../../disclosure/look-at-readers'
import { previewedReader } from '../../disclosure/previewed'
import { findDocument, readDocument } from '../read-document'
import { freezeDraft } from './freeze-document'
import { loadDocumentRelease } from './load-release'
import { missingForPreview } from './missing-for-freezing'
import { findDocumentDraft } from '../draft/document-draft'

type Previewed = { documentId: string; personId: string }

/** Logs the preview. Null if the document is not open to the staff member or is not for this person. */
export async function findDocumentPreview(tx: StaffTx, { documentId, personId, ...keys }: Previewed & Keys) {
  const release = await loadDocumentRelease(tx, documentId, keys)
  const reader = release?.readers.find((each) => each.personId === personId)
  if (!release || !reader) return null
  const missing = missingForPreview(release)
  if (missing.length === 0) await logPreview(tx, release)
  const { disclosure, isLater } = reader
  return {
    caseId: release.caseId,
    reader: previewedReader(reader),
    missing,
    shownFrom: disclosure && isLater ? disclosure.shownFrom : null,
  }
}

async function logPreview(
  tx: StaffTx,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<void> {
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'previewedDocument', ${caseId}::uuid, ${documentId}::uuid)
  `.execute(tx)
}

// Nobody reads them: what is prepared for a preview is rolled back.
const noBytes = { bytes: Buffer.from('preview'), pages: 1 }

/** Freezes and opens the document in a transaction that is rolled back (Database.lookAs): the real rules apply. */
export async function prepareDocument(
  tx: StaffTx,
  { documentId, personId, now }: Previewed & { now: Date },
): Promise<void> {
  const draft = await findDocumentDraft(tx, documentId)
  if (draft) await freezeDraft(tx, draft, { pdf: noBytes, madeAt: now })
  // As it will be on the day it is shown.
  await tx
    .updateTable('disclosure')
    .set({ shown_from: now, decided_by: sql<string>`(select app_subject())` })
    .where('document_id', '=', documentId)
    .where('person_id', '=', personId)
    .where('shown_from', '>', now)
    .execute()
}

/** Null if the reader gets nothing. */
export async function readPreviewedDocument(
  tx: PersonTx,
  { caseId, documentId }: { caseId: string; documentId: string },
) {
  const document = await findDocument(tx, caseId, documentId)
  return document ? { document, versions: await readDocument(tx, documentId) } : null
}
