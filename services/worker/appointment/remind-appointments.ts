import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

/** Puts down a notice for each who meets somebody tomorrow. The database lets each have one of a time. */
export async function remindAppointments({
  database,
  now,
  log,
}: Pick<WorkerParts, 'database' | 'now' | 'log'>): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{
      reminded: number
    }>`select service_remind_appointments() as reminded`.execute(tx)
    return rows[0]!.reminded
  })
  if (count > 0) log.info({ count }, 'reminded of meetings')
}
