import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { sendJob } from '../../../db/jobs'
import { editedWords } from '../../text/word-alignment'
import type { DataKeys } from '../../person/data-keys'
import { openNote } from '../draft/open-note'
import { reviewOf, type Review } from '../review/review-of'
import { machineText } from '../review/final-differences'
import type { Missing } from '../review/missing-in-review'
import { isShown } from '../../disclosure/level'
import { loadRelease, type Release } from './load-release'
import { lockDraft } from './lock-draft'
import { missingForSigning } from './missing-for-signing'
import { addNotices } from '../../notice/add-notices'

export type Signed =
  | { outcome: 'signed' }
  /** By a double press, or in another tab. */
  | { outcome: 'alreadySigned' }
  | { outcome: 'missing'; missing: Missing[] }
  | { outcome: 'stale' }
  | { outcome: 'gone' }

type NoteToSign = { noteId: string; municipalityId: string; revision: number; dataKeys: DataKeys; now: Date }

/** Locks the text, opens it to its readers, notifies them and orders the sound erased. All or nothing. */
export async function signNote(tx: StaffTx, note: NoteToSign): Promise<Signed> {
  const { noteId, now, dataKeys } = note
  // A second press waits here for the first, and then finds no draft.
  await sql`select from note_version where note_id = ${noteId}::uuid and signed_at is null for update`.execute(
    tx,
  )
  const found = await openNote(tx, noteId)
  const release = found && (await loadRelease(tx, found, { dataKeys, now }))
  if (!release) return { outcome: 'gone' }
  const review = await reviewOf(tx, found, now)
  if (!review) return { outcome: 'alreadySigned' }
  if (review.revision !== note.revision) return { outcome: 'stale' }
  const missing = missingForSigning(review, release)
  if (missing.length > 0) return { outcome: 'missing', missing }
  await lockDraft(tx, noteId, { editedWords: await wordsEditedIn(review), now })
  await openToReaders(tx, { review, release, now })
  const { municipalityId } = note
  const toErase = review.recordings.map(({ id }) => ({
    municipalityId,
    recordingId: id,
    because: 'signed' as const,
  }))
  await sendJob(tx, 'erase-recording', ...toErase)
  return { outcome: 'signed' }
}

async function wordsEditedIn({ phrases, text }: Review): Promise<number | null> {
  if (phrases.length === 0) return null
  const { inserted, deleted, substituted } = await editedWords(await machineText(phrases), text)
  return inserted + deleted + substituted
}

type Opening = { review: Review; release: Release; now: Date }

async function openToReaders(tx: StaffTx, { review, release, now }: Opening): Promise<void> {
  const { noteId } = review
  const isFirst = review.number === 1
  const reading = release.readers.flatMap(({ personId, disclosure }) =>
    disclosure && isShown(disclosure.level) ? [{ personId, ...disclosure }] : [],
  )
  const atOnce = reading.filter(({ shownFrom }) => shownFrom <= now)
  if (isFirst) {
    await openNow(
      tx,
      atOnce.map(({ personId }) => personId),
      { noteId, now },
    )
  }
  // A correction changes nothing for people who get their own text or only a title.
  const noticed = reading.filter(({ level }) => isFirst || level === 'full')
  await addNotices(
    tx,
    noteId,
    noticed.map(({ personId, shownFrom }) => ({ personId, dueAt: shownFrom <= now ? now : shownFrom })),
  )
}

/** Immediate access starts at the signature, not when it was chosen. */
async function openNow(
  tx: StaffTx,
  personIds: readonly string[],
  { noteId, now }: { noteId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('disclosure')
    .set({ shown_from: now, decided_by: sql<string>`(select app_subject())`, decided_at: now })
    .where('note_id', '=', noteId)
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .execute()
}
