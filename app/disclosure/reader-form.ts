import { z } from 'zod'
import { stockholmClock } from '../calendar/stockholm-moment.ts'
import type { ReleaseReader } from './release-reader.ts'
import { disclosureLevels, type DisclosureLevel } from './level.ts'

export type ReaderValues = {
  personId: string
  level: DisclosureLevel | ''
  title: string
  text: string
  ground: string
  harm: string
  reviewOn: string
  groundTold: boolean
  /** First shown at this later moment; both empty: at once. */
  day: string
  time: string
  /** Keys of the warnings that have been checked. */
  seen: readonly string[]
  /** Time of the decision the form was opened on; empty before there is one. */
  decidedAt: string
  /** Mark of the text the form was opened on. */
  textMark: string
}

const levels = z.enum(disclosureLevels).or(z.literal('')).catch('')

export function readerIn(form: FormData): ReaderValues {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    personId: text('personId'),
    level: levels.parse(text('level')),
    title: text('title'),
    text: text('text'),
    ground: text('ground'),
    harm: text('harm'),
    reviewOn: text('reviewOn'),
    groundTold: form.has('groundTold'),
    day: text('day'),
    time: text('time'),
    seen: form.getAll('seen').filter((key): key is string => typeof key === 'string'),
    decidedAt: text('decidedAt'),
    textMark: text('textMark'),
  }
}

/** What the form shows when opened. No level is preselected before there is a decision on this very text. */
export function storedReader(
  { personId, disclosure, warnings, ownText, isLater, isConfirmed }: ReleaseReader,
  textMark: string,
): ReaderValues {
  return {
    personId,
    level: isConfirmed ? (disclosure?.level ?? '') : '',
    title: disclosure?.title ?? '',
    text: ownText,
    ground: disclosure?.ground ?? '',
    harm: disclosure?.harmAssessment ?? '',
    reviewOn: disclosure?.reviewOn ?? '',
    groundTold: disclosure?.groundTold ?? false,
    ...(disclosure && isLater ? stockholmClock(new Date(disclosure.shownFrom)) : { day: '', time: '' }),
    seen: warnings.filter(({ isSeen }) => isSeen).map(({ key }) => key),
    decidedAt: disclosure ? new Date(disclosure.decidedAt).toISOString() : '',
    textMark,
  }
}
