import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { sendJob } from '../../../db/jobs'
import { editedWords } from '../../text/word-alignment'
import type { DataKeys } from '../../person/data-keys'
import { loadReview, type Review } from '../review/load-review'
import { machineText } from '../review/final-differences'
import type { Missing } from '../review/missing-in-review'
import { isShown } from '../../disclosure/level'
import { loadRelease, type Release } from './load-release'
import { missingForSigning } from './missing-for-signing'
import { addNotice } from '../../notice/add-notice'

export type Signed =
  | { outcome: 'signed' }
  /** By an earlier press of the same button, or in another tab. */
  | { outcome: 'alreadySigned' }
  | { outcome: 'missing'; missing: Missing[] }
  /** The draft is another one than the page showed. */
  | { outcome: 'stale' }
  | { outcome: 'gone' }

type NoteToSign = { noteId: string; municipalityId: string; revision: number; dataKeys: DataKeys; now: Date }

/**
 * Signs a draft: locks its text, opens it to those it was decided for, puts down what they are told, and orders the
 * sound to be erased. All of it or nothing.
 */
export async function signNote(tx: StaffTx, note: NoteToSign): Promise<Signed> {
  const { noteId, now, dataKeys } = note
  // The second press waits here for the first, and finds no draft when it is done.
  await sql`select from note_version where note_id = ${noteId}::uuid and signed_at is null for update`.execute(
    tx,
  )
  const review = await loadReview(tx, noteId, now)
  const release = await loadRelease(tx, noteId, { dataKeys, now })
  if (!release) return { outcome: 'gone' }
  if (!review) return { outcome: 'alreadySigned' }
  if (review.revision !== note.revision) return { outcome: 'stale' }
  const missing = missingForSigning(review, release)
  if (missing.length > 0) return { outcome: 'missing', missing }
  await lockVersion(tx, review, now)
  await openToReaders(tx, { review, release, now })
  for (const { id } of review.recordings) {
    await sendJob(tx, 'erase-recording', {
      municipalityId: note.municipalityId,
      recordingId: id,
      because: 'signed',
    })
  }
  return { outcome: 'signed' }
}

/** Signs the version as it stands; the database refuses one that is not ready (0017-staff-writes.sql). */
export async function lockVersion(tx: StaffTx, review: Review, now: Date): Promise<void> {
  const spoken = review.phrases.length > 0
  const edits = spoken ? editedWords(machineText(review.phrases), review.text) : null
  await tx
    .updateTable('note_version')
    .set({
      signed_at: now,
      signed_by: sql<string>`(select app_subject())`,
      edited_words: edits && edits.inserted + edits.deleted + edits.substituted,
    })
    .where('id', '=', review.versionId)
    .where('signed_at', 'is', null)
    .execute()
}

type Opening = { review: Review; release: Release; now: Date }

/** What is to be read at once is read from the signature on, not from when it was chosen. */
async function openToReaders(tx: StaffTx, { review, release, now }: Opening): Promise<void> {
  for (const { personId, disclosure } of release.readers) {
    if (!disclosure || !isShown(disclosure.level)) continue
    const isAtOnce = disclosure.shownFrom <= now
    if (isAtOnce && review.number === 1) await openNow(tx, { noteId: review.noteId, personId, now })
    // A correction changes nothing for whoever reads an own text or a title.
    if (review.number === 1 || disclosure.level === 'full') {
      await addNotice(tx, { noteId: review.noteId, personId, dueAt: isAtOnce ? now : disclosure.shownFrom })
    }
  }
}

async function openNow(
  tx: StaffTx,
  { noteId, personId, now }: { noteId: string; personId: string; now: Date },
) {
  await tx
    .updateTable('disclosure')
    .set({ shown_from: now, decided_by: sql<string>`(select app_subject())`, decided_at: now })
    .where('note_id', '=', noteId)
    .where('person_id', '=', personId)
    .execute()
}
