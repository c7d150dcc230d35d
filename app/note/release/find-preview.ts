import type { StaffTx } from '../../../db/connect'
import { isLanguage } from '../../i18n/languages'
import type { DataKeys } from '../../person/data-keys'
import { loadReview } from '../review/load-review'
import { loadRelease } from './load-release'
import { missingForPreview } from './missing-for-signing'
import { logPreview } from './prepare-preview'

type Previewed = { noteId: string; personId: string; dataKeys: DataKeys; now: Date }

/**
 * Who is looked as, and what keeps one from looking. Writes that it was looked at.
 * @returns null for a note that is not open to the staff member and a person who does not read its case
 */
export async function findPreview(tx: StaffTx, { noteId, personId, ...keys }: Previewed) {
  const release = await loadRelease(tx, noteId, keys)
  const reader = release?.readers.find((each) => each.personId === personId)
  if (!release || !reader) return null
  const review = release.draft && (await loadReview(tx, noteId, keys.now))
  const missing = review ? missingForPreview(review, release) : []
  const look = await tx
    .selectFrom('staff_reader')
    .where('case_id', '=', release.caseId)
    .where('person_id', '=', personId)
    .select(['language', 'text_size as textSize'])
    .executeTakeFirstOrThrow()
  if (missing.length === 0) await logPreview(tx, { caseId: release.caseId, noteId })
  const { disclosure, givenName, isLater } = reader
  return {
    caseId: release.caseId,
    reader: {
      personId,
      givenName,
      language: isLanguage(look.language) ? look.language : ('sv' as const),
      textSize: look.textSize ?? 'normal',
    },
    missing,
    shownFrom: disclosure && isLater ? disclosure.shownFrom : null,
  }
}
