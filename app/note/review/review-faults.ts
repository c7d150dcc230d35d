import { lengthOf, longestTitle } from '../../text/draft-limits.ts'
import { hasBlank } from '../child-text-template.ts'
import { stockholmMoment } from '../../calendar/stockholm-moment.ts'
import type { ReviewValues } from './review-values.ts'

export type ReviewFault = { field: string } & (
  | { fault: 'tooLong'; typed: number; most: number }
  | { fault: 'noMoment' }
  | { fault: 'future' }
  | { fault: 'blank' }
)

const longestLine = 200
const longestNotHeardReason = 500
const longestChildText = 5000

const limits = [
  ['title', longestTitle],
  ['source', longestLine],
  ['participants', longestLine],
  ['childNotHeardReason', longestNotHeardReason],
  ['childTitle', longestTitle],
  ['childText', longestChildText],
  ['childTextEasy', longestChildText],
  ['readBackTo', longestLine],
] as const

export function reviewFaults(values: ReviewValues, now: Date): ReviewFault[] {
  const tooLong = (field: string, text: string, most: number): ReviewFault[] => {
    const typed = lengthOf(text)
    return typed > most ? [{ field, fault: 'tooLong', typed, most }] : []
  }
  return [
    ...Object.entries(values.voices).flatMap(([number, { speaker }]) =>
      tooLong(`speaker-${number}`, speaker, longestLine),
    ),
    ...momentFault(values, now),
    ...blankFaults(values),
    ...limits.flatMap(([field, most]) => tooLong(field, values[field], most)),
  ]
}

/** A text with blanks can be kept, and not be approved. */
function blankFaults(values: ReviewValues): ReviewFault[] {
  if (!values.isChildTextApproved) return []
  return childFields
    .filter((field) => hasBlank(values[field]))
    .map((field): ReviewFault => ({ field, fault: 'blank' }))
}

const childFields = ['childTitle', 'childText', 'childTextEasy'] as const

function momentFault({ day, time }: ReviewValues, now: Date): ReviewFault[] {
  // A correction has no fields for this: the event of a signed note is locked.
  if (day === '' && time === '') return []
  const moment = stockholmMoment(day, time)
  if (!moment) return [{ field: 'day', fault: 'noMoment' }]
  return moment > now ? [{ field: 'day', fault: 'future' }] : []
}
