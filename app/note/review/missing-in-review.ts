import { staffAt } from '../../addresses.ts'
import type { Missing } from '../../disclosure/missing.ts'
import type { Review } from './review-of.ts'
import { childTextKey } from './review-values.ts'

export function missingInReview(review: Review): Missing[] {
  const page = staffAt.review(review.noteId)
  const missing = (what: string, count: number, place: string, part = place) =>
    count > 0 ? [{ what, count, href: `${page}?steg=${part}#${place}` }] : []
  const lacks: Lacks = (what, isLacking, place, part) => missing(what, isLacking ? 1 : 0, place, part)
  return [
    ...missing('transcribing', review.recordings.filter(isBeingTranscribed).length, 'noggrann'),
    ...missing('checks', review.items.filter(({ isDone }) => !isDone).length, 'kontrollera'),
    ...missing('differences', review.differences.filter(({ decided }) => !decided).length, 'noggrann'),
    ...lacks('text', review.voices.length === 0, 'stycken'),
    ...missing('voices', review.voices.filter(({ isSuggestion }) => isSuggestion).length, 'stycken'),
    ...missing(
      'speakers',
      review.voices.filter(({ voice, speaker }) => voice === 'statement' && speaker === '').length,
      'stycken',
    ),
    ...lacks('title', review.isTitleOnlyKind, 'title', 'fakta'),
    ...missingFacts(review, lacks),
    ...lacks('childTitle', review.isChildTitleOnlyKind, 'childTitle', 'barntext'),
    ...lacks(
      review.isChildTextAskedAgain ? 'childTextAgain' : 'childText',
      hasChildText(review) && !review.checked.includes(childTextKey),
      'barntext',
    ),
    ...lacks('reviewed', review.reviewedAt === null, 'klar'),
  ]
}

/** A file that failed through a fault of ours may wait for days. */
const isBeingTranscribed = ({ state, problem }: Review['recordings'][number]) =>
  (state === 'recording' || state === 'stopped') && problem !== 'decodeFailed'

type Lacks = (what: string, isLacking: boolean, place: string, part?: string) => Missing[]

// A record about a child must contain these (SOSFS 2014:5). Signed with the first version.
function missingFacts(review: Review, lacks: Lacks): Missing[] {
  if (review.number > 1) return []
  return [
    ...lacks('source', !review.source, 'source', 'fakta'),
    ...lacks('participants', !review.participants, 'participants', 'fakta'),
    ...lacks('childPresent', review.childPresent === null, 'childPresent', 'fakta'),
    ...lacks(
      'childNotHeardReason',
      review.childPresent === false && !review.childNotHeardReason,
      'childNotHeardReason',
      'fakta',
    ),
  ]
}

const hasChildText = ({ childTitle, childText, childTextEasy }: Review) =>
  Boolean(childTitle ?? childText ?? childTextEasy)
