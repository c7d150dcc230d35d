import { stockholmClock } from '../calendar/stockholm-moment'
export type News = { all: number; unread: number }

type NewsKind = 'answer' | 'document' | 'line' | 'note'

/**
 * `first`: never here before. `none`: nothing came. `read`: everything new is read. `some`: some of it is unread.
 * `left`: what came before that visit is.
 */
export type Digest =
  | { state: 'first' | 'none' | 'read' | 'left' }
  | { state: 'some'; parts: { kind: NewsKind; count: number }[] }

type Unread = Record<'newNotes' | 'newDocuments' | 'newAnswers', readonly unknown[]>

type CaseNews = Record<`${NewsKind}News`, News> & Unread

export function hasUnread({ newNotes, newDocuments, newAnswers }: Unread): boolean {
  return newNotes.length + newDocuments.length + newAnswers.length > 0
}

export function digestOf(cases: readonly CaseNews[], isFirstVisit: boolean): Digest {
  if (isFirstVisit) return { state: 'first' }
  const sum = (kind: NewsKind, part: keyof News) =>
    cases.reduce((total, each) => total + each[`${kind}News`][part], 0)
  const kinds: NewsKind[] = ['answer', 'document', 'note', 'line']
  const parts = kinds.map((kind) => ({ kind, count: sum(kind, 'unread') })).filter(({ count }) => count > 0)
  if (parts.length > 0) return { state: 'some', parts }
  // "Nothing new" would stand above what is marked as new.
  if (cases.some(hasUnread)) return { state: 'left' }
  return { state: kinds.some((kind) => sum(kind, 'all') > 0) ? 'read' : 'none' }
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export type LastVisit = 'today' | 'yesterday' | (typeof weekdays)[number] | 'date'

/** When the last visit was, in words: "i går", "i söndags", and a date from a week back. */
export function lastVisitOf(visit: Date, now: Date): LastVisit {
  const day = Date.parse(stockholmClock(visit).day)
  const daysAgo = Math.round((Date.parse(stockholmClock(now).day) - day) / 86_400_000)
  if (daysAgo <= 0) return 'today'
  if (daysAgo === 1) return 'yesterday'
  return daysAgo < 7 ? weekdays[new Date(day).getUTCDay()]! : 'date'
}
