import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { Keys } from '../../disclosure/look-at-readers'
import type { Missing } from '../../disclosure/missing'
import { openToReaders } from '../../disclosure/open-to-readers'
import type { DocumentContent } from '../content/content'
import { whyItCannotWait } from '../decision/why-it-cannot-wait'
import { writeContent } from '../draft/write-content'
import type { MadePdf } from '../pdf/make-pdf'
import { itemOf, loadDocumentRelease, type DocumentRelease } from './load-release'
import { missingForFreezing } from './missing-for-freezing'

export type ReadyToFreeze = {
  caseId: string
  content: DocumentContent
  revision: number
  /** Its bytes are there already, and nothing is made of its content. */
  isUpload: boolean
}

type NotFrozen =
  | { outcome: 'missing'; missing: Missing[] }
  /** Another page has saved in between. */
  | { outcome: 'stale' }
  /** By a double press, or in another tab. */
  | { outcome: 'alreadyFrozen'; caseId: string }
  | { outcome: 'gone' }

type DocumentToFreeze = Keys & { documentId: string; revision: number }

/** What the bytes are to be made of, if it may be frozen now. No transaction is open while they are made. */
export async function readyToFreeze(
  tx: StaffTx,
  { documentId, revision, ...keys }: DocumentToFreeze,
): Promise<({ outcome: 'ready' } & ReadyToFreeze) | NotFrozen> {
  const release = await loadDocumentRelease(tx, documentId, keys)
  const refused = refusedBecause(release, revision)
  if (refused) return refused
  const { caseId, draft } = release!
  const { content, uploadedName } = draft!
  return { outcome: 'ready', caseId, content: content!, revision, isUpload: uploadedName !== null }
}

type Freezing = DocumentToFreeze & Bytes

/** Freezes the version with its bytes and opens it to its readers, who are told. All or nothing. */
export async function freezeDocument(
  tx: StaffTx,
  { documentId, revision, pdf, madeAt, ...keys }: Freezing,
): Promise<{ outcome: 'frozen'; caseId: string; versionId: string; isToBeDecided: boolean } | NotFrozen> {
  // A second press waits here for the first, and then finds no draft.
  await sql`select from staff_lock_document(${documentId}::uuid)`.execute(tx)
  const release = await loadDocumentRelease(tx, documentId, keys)
  const refused = refusedBecause(release, revision)
  if (refused) return refused
  const { draft, caseId, readers } = release!
  const versionId = await freezeDraft(tx, draft!, { pdf, madeAt })
  if (!versionId) return { outcome: 'stale' }
  await openToReaders(tx, itemOf(documentId), { readers, isFirst: draft!.number === 1, now: keys.now })
  const isToBeDecided = whyItCannotWait(draft!) !== null
  return { outcome: 'frozen', caseId, versionId, isToBeDecided }
}

type Bytes = { pdf: Pick<MadePdf, 'bytes' | 'pages'>; madeAt: Date }

/** Of an upload nothing is made: the database has its bytes. */
export const uploadedBytes = { bytes: Buffer.alloc(0), pages: 1 }

/** The database refuses what is not decided on, and freezes an upload as it came (db/policy/staff/freeze-document.sql). */
export async function freezeDraft(
  tx: StaffTx,
  { documentId, revision, template, facts }: NonNullable<DocumentRelease['draft']>,
  { pdf, madeAt }: Bytes,
): Promise<string | null> {
  const parts = template ? writeContent(template, facts).parts : []
  const numbered = parts.map((part, place) => ({ ...part, number: place + 1 }))
  const { rows } = await sql<{ versionId: string | null }>`
    select staff_freeze_document(${documentId}::uuid, ${revision}::int, ${madeAt}::timestamptz, ${pdf.bytes}::bytea, ${pdf.pages}::int,
             ${JSON.stringify(numbered)}::jsonb) as "versionId"`.execute(tx)
  return rows[0]?.versionId ?? null
}

function refusedBecause(release: DocumentRelease | null, revision: number): NotFrozen | null {
  if (!release) return { outcome: 'gone' }
  const { draft, caseId } = release
  if (!draft) return { outcome: 'alreadyFrozen', caseId }
  if (draft.revision !== revision) return { outcome: 'stale' }
  const missing = missingForFreezing(release)
  return missing.length > 0 ? { outcome: 'missing', missing } : null
}
