import type { CasePage } from './case-page'

export type NextDate = { kind: string; on: string }

type Planned = Pick<CasePage, 'followUps' | 'deadlines'>

/** The soonest planned or due day; null when there is none. A late date is overdue, not planned. */
export function nextDateOf({ followUps, deadlines }: Planned): NextDate | null {
  const dates: NextDate[] = [
    ...followUps
      .filter(({ isAhead }) => isAhead)
      .map(({ plannedOn }) => ({ kind: 'followUp', on: plannedOn })),
    ...deadlines.filter(({ isLate }) => !isLate).map(({ kind, dueOn }) => ({ kind, on: dueOn })),
  ]
  return dates.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null
}
