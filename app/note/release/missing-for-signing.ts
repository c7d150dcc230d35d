import { staffAt } from '../../addresses.ts'
import { missingInReview, type Missing } from '../review/missing-in-review.ts'
import type { Review } from '../review/review-of.ts'
import type { Release } from './load-release.ts'
import type { ReleaseReader } from '../../disclosure/release-reader.ts'

export function missingForSigning(review: Review, release: Release): Missing[] {
  return [
    ...missingInReview(review),
    ...release.readers.flatMap((reader) => missingOfReader(reader, release.noteId)),
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

function missingOfReader(reader: ReleaseReader, noteId: string): Missing[] {
  const href = `${staffAt.readers(noteId)}?lasare=${reader.personId}#lasare-${reader.personId}`
  const name = reader.givenName
  const unseen = reader.isConfirmed ? reader.warnings.filter(({ isSeen }) => !isSeen).length : 0
  return [
    ...(reader.isConfirmed ? [] : [{ what: 'reader' as const, count: 1, href, name }]),
    ...(reader.foreignNumbers.length > 0
      ? [{ what: 'foreignNumber', count: reader.foreignNumbers.length, href, name }]
      : []),
    ...(unseen > 0 ? [{ what: 'warnings', count: unseen, href, name }] : []),
  ]
}
