import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { sendJob } from '../../../db/jobs'
import { editedWords } from '../../text/word-alignment'
import type { DataKeys } from '../../person/data-keys'
import { openNote } from '../draft/open-note'
import { reviewOf, type Review } from '../review/review-of'
import { machineText } from '../review/final-differences'
import type { Missing } from '../../disclosure/missing'
import { openToReaders } from '../../disclosure/open-to-readers'
import { loadRelease } from './load-release'
import { lockDraft } from './lock-draft'
import { missingForSigning } from './missing-for-signing'

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
  const review = await reviewOf(found, now)
  if (!review) return { outcome: 'alreadySigned' }
  if (review.revision !== note.revision) return { outcome: 'stale' }
  const missing = missingForSigning(review, release)
  if (missing.length > 0) return { outcome: 'missing', missing }
  await lockDraft(tx, noteId, { editedWords: await wordsEditedIn(review), now })
  const item = { column: 'note_id', id: noteId } as const
  await openToReaders(tx, item, { readers: release.readers, isFirst: review.number === 1, now })
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
