import { sql } from 'kysely'
import { daysAfter } from '../../../app/document/decision/swedish-days.ts'
import { isNonWorkingDay } from '../../../app/calendar/working-days.ts'
import type { WorkerParts } from '../job-set.ts'

type Ended = { municipality_id: string; unit_id: string; period: string; begins: string; next_day: string }

/** Works out the key figures of every unit for quarters and rounds of the survey that are over, each once. */
export async function countIndicators({
  database,
  now,
  log,
}: Pick<WorkerParts, 'database' | 'now' | 'log'>): Promise<void> {
  const { rows: ended } = await database.asService(now(), (tx) =>
    sql<Ended>`select * from service_periods_to_count()`.execute(tx),
  )
  let count = 0
  for (const { municipality_id: municipality, unit_id: unit, period, begins, next_day: next } of ended) {
    await database.asService(now(), async (tx) => {
      const { rows } = await sql<{ counted: boolean }>`
        select service_count_period(${municipality}, ${unit}, ${period}, ${begins}, ${daysOff(begins, next)}::date[]) as counted
      `.execute(tx)
      if (rows[0]?.counted) count++
    })
  }
  if (count > 0) log.info({ count }, 'key figures worked out')
}

/** From a month before the first day: a question from then may have its last day in the period. */
function daysOff(first: string, next: string): string[] {
  const days: string[] = []
  const last = daysAfter(next, 31)
  for (let day = daysAfter(first, -31); day <= last; day = daysAfter(day, 1))
    if (isNonWorkingDay(day)) days.push(day)
  return days
}
