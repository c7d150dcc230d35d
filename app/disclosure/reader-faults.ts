import { lengthOf, longestTitle } from '../text/draft-limits.ts'
import { stockholmClock, stockholmMoment } from '../calendar/stockholm-moment.ts'
import type { ReaderValues } from './reader-form.ts'

export type ReaderFault = {
  field: 'level' | 'title' | 'text' | 'ground' | 'harm' | 'reviewOn' | 'day'
  fault:
    | 'noLevel'
    | 'noTitle'
    | 'noText'
    | 'noGround'
    | 'noHarm'
    | 'noReviewDay'
    | 'pastReviewDay'
    | 'noMoment'
    | 'pastMoment'
    | 'tooLong'
}

export const longestPartialText = 20_000
export const longestHarm = 2000

type FaultContext = { grounds: readonly string[]; now: Date }

export function readerFaults(values: ReaderValues, { grounds, now }: FaultContext): ReaderFault[] {
  const { level } = values
  if (level === '') return [{ field: 'level', fault: 'noLevel' }]
  return [
    ...(level === 'partial' || level === 'title' ? titleFaults(values) : []),
    ...(level === 'partial' ? textFaults(values) : []),
    ...(level === 'full' ? [] : groundFaults(values, { grounds, now })),
    ...(level === 'withheld' || level === 'later' ? [] : momentFaults(values, now)),
  ]
}

function titleFaults({ title }: ReaderValues): ReaderFault[] {
  if (title === '') return [{ field: 'title', fault: 'noTitle' }]
  return lengthOf(title) > longestTitle ? [{ field: 'title', fault: 'tooLong' }] : []
}

function textFaults({ text }: ReaderValues): ReaderFault[] {
  if (text === '') return [{ field: 'text', fault: 'noText' }]
  return lengthOf(text) > longestPartialText ? [{ field: 'text', fault: 'tooLong' }] : []
}

/** Less than everything needs a ground, a written harm assessment and a day of review. */
function groundFaults(values: ReaderValues, { grounds, now }: FaultContext): ReaderFault[] {
  const faults: ReaderFault[] = []
  if (!grounds.includes(values.ground)) faults.push({ field: 'ground', fault: 'noGround' })
  if (values.harm === '') faults.push({ field: 'harm', fault: 'noHarm' })
  else if (lengthOf(values.harm) > longestHarm) faults.push({ field: 'harm', fault: 'tooLong' })
  if (!stockholmMoment(values.reviewOn, '12:00')) faults.push({ field: 'reviewOn', fault: 'noReviewDay' })
  else if (values.reviewOn < stockholmClock(now).day)
    faults.push({ field: 'reviewOn', fault: 'pastReviewDay' })
  return faults
}

function momentFaults({ day, time }: ReaderValues, now: Date): ReaderFault[] {
  if (day === '' && time === '') return []
  const moment = stockholmMoment(day, time || '08:00')
  if (!moment) return [{ field: 'day', fault: 'noMoment' }]
  return moment <= now ? [{ field: 'day', fault: 'pastMoment' }] : []
}
