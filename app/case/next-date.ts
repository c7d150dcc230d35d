import type { CasePage } from './case-page'

/** The next thing with a date. `kind` is 'followUp' or the kind of a deadline. */
export type NextDate = { kind: string; on: string }

type Planned = Pick<CasePage, 'followUps' | 'deadlines'>

/** The soonest day something is planned or due for; null when nothing is. What is late is no plan. */
export function nextDateOf({ followUps, deadlines }: Planned): NextDate | null {
  const dates: NextDate[] = [
    ...followUps
      .filter(({ isAhead }) => isAhead)
      .map(({ plannedOn }) => ({ kind: 'followUp', on: plannedOn })),
    ...deadlines.filter(({ isLate }) => !isLate).map(({ kind, dueOn }) => ({ kind, on: dueOn })),
  ]
  return dates.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null
}
