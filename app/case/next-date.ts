import type { CasePage } from './case-page'

/** `startsAt` and `place` where the reader may know them (db/policy/person/plan.sql). */
export type NextDate = { kind: string; on: string; startsAt: string | null; place: string | null }

type Planned = Pick<CasePage, 'followUps' | 'deadlines'>

/** The soonest planned or due day; null when there is none. A late date is overdue, not planned. */
export function nextDateOf({ followUps, deadlines }: Planned): NextDate | null {
  const dates: NextDate[] = [
    ...followUps
      .filter(({ isAhead }) => isAhead)
      .map(({ plannedOn, startsAt, place }) => ({ kind: 'followUp', on: plannedOn, startsAt, place })),
    ...deadlines
      .filter(({ isLate }) => !isLate)
      .map(({ kind, dueOn }) => ({ kind, on: dueOn, startsAt: null, place: null })),
  ]
  return dates.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null
}
