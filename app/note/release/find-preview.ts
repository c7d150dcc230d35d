import type { StaffTx } from '../../../db/connect'
import { previewedReader } from '../../disclosure/previewed'
import type { DataKeys } from '../../person/data-keys'
import { openNote } from '../draft/open-note'
import { reviewOf } from '../review/review-of'
import { loadRelease } from './load-release'
import { missingForPreview } from './missing-for-signing'
import { logPreview } from './prepare-preview'

type Previewed = { noteId: string; personId: string; dataKeys: DataKeys; now: Date }

/** Logs the preview. Null if the note is not open to the staff member or is not for this person. */
export async function findPreview(tx: StaffTx, { noteId, personId, ...keys }: Previewed) {
  const note = await openNote(tx, noteId)
  const release = note && (await loadRelease(tx, note, keys))
  const reader = release?.readers.find((each) => each.personId === personId)
  if (!release || !reader) return null
  const review = await reviewOf(note, keys.now)
  const missing = review ? missingForPreview(review, release) : []
  if (missing.length === 0) await logPreview(tx, { caseId: release.caseId, noteId })
  const { disclosure, isLater } = reader
  return {
    caseId: release.caseId,
    reader: previewedReader(reader),
    missing,
    shownFrom: disclosure && isLater ? disclosure.shownFrom : null,
  }
}
