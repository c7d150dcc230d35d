import { staffAt } from '../../addresses.ts'
import type { Missing } from '../../disclosure/missing.ts'
import { missingOfReader } from '../../disclosure/missing-of-reader.ts'
import { missingInReview } from '../review/missing-in-review.ts'
import type { Review } from '../review/review-of.ts'
import type { Release } from './load-release.ts'

export function missingForSigning(review: Review, release: Release): Missing[] {
  return [
    ...missingInReview(review),
    ...release.readers.flatMap((reader) =>
      missingOfReader(reader, { readers: staffAt.readers(release.noteId) }),
    ),
  ]
}

/** What the database requires; without it there can be no preview. */
export function missingForPreview(review: Review, release: Release): Missing[] {
  const asked = new Set(['transcribing', 'differences', 'text', 'voices', 'reviewed', 'reader'])
  return missingForSigning(review, release).filter(
    ({ what, name }) => asked.has(what) && (what !== 'reader' || isUndecided(release, name)),
  )
}

const isUndecided = ({ readers }: Release, name: string | undefined) =>
  readers.some(({ givenName, disclosure }) => givenName === name && disclosure === null)
