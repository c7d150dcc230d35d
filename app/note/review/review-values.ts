import type { Paragraph } from '../../../db/roles.ts'
import { stockholmClock } from '../../calendar/stockholm-moment.ts'
import { isDrawn, type DrawnFrom } from './drawn-part.ts'
import type { Review } from './review-of.ts'

/** All as text, so that the form can show again what was typed. */
export type ReviewValues = {
  revision: number
  mergedTo: number
  /** The first drawn rows. What was not drawn stays as it is. */
  checksFrom: number
  voicesFrom: number
  checked: readonly string[]
  voices: Readonly<Record<number, { voice: Paragraph['voice']; speaker: string }>>
  areVoicesSeen: boolean
  title: string
  kind: string
  day: string
  time: string
  source: string
  participants: string
  childPresent: 'yes' | 'no' | ''
  childNotHeardReason: string
  bbicAreas: readonly string[]
  childTitle: string
  childText: string
  childTextEasy: string
  isChildTextApproved: boolean
  readBackTo: string
  isReviewed: boolean
}

/** Key in note_version.checked. */
export const childTextKey = 'childText'

/** In its place once the note's own text has changed after the approval (db/policy/staff/signing.sql). */
export const childTextAgainKey = 'childTextAgain'

export function storedValues(
  review: Review,
  { checksFrom, voicesFrom }: DrawnFrom = { checksFrom: 0, voicesFrom: 0 },
): ReviewValues {
  const { day, time } = stockholmClock(new Date(review.eventAt))
  return {
    revision: review.revision,
    mergedTo: review.mergedTo,
    checksFrom,
    voicesFrom,
    checked: review.items.filter(({ isDone }) => isDone).map(({ key }) => key),
    voices: Object.fromEntries(
      review.voices.map(({ number, voice, speaker }) => [number, { voice, speaker }]),
    ),
    areVoicesSeen: review.voices.filter(isDrawn(voicesFrom)).every(({ isSuggestion }) => !isSuggestion),
    title: review.title,
    kind: review.kind,
    day,
    time,
    source: review.source ?? '',
    participants: review.participants ?? '',
    childPresent: review.childPresent === null ? '' : review.childPresent ? 'yes' : 'no',
    childNotHeardReason: review.childNotHeardReason ?? '',
    bbicAreas: review.bbicAreas,
    childTitle: review.childTitle ?? '',
    childText: review.childText ?? '',
    childTextEasy: review.childTextEasy ?? '',
    isChildTextApproved: review.checked.includes(childTextKey),
    readBackTo: review.readBackTo ?? '',
    isReviewed: review.reviewedAt !== null,
  }
}

/** As the form gives it back when the note has changed under it: what was said of the text before says nothing of this one. */
export function unvouched(values: ReviewValues, review: Review): ReviewValues {
  return {
    ...values,
    isReviewed: values.isReviewed && review.reviewedAt !== null,
    isChildTextApproved: values.isChildTextApproved && review.checked.includes(childTextKey),
  }
}
