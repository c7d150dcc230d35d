import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

const remindedAtOnce = 500

type Parts = Pick<WorkerParts, 'database' | 'now' | 'log' | 'signal'>

/** Puts down a notice for each who meets somebody tomorrow. The database lets each have one of a time. */
export async function remindAppointments(parts: Parts): Promise<void> {
  let count = 0
  for (let some = remindedAtOnce; some === remindedAtOnce && !parts.signal.aborted;) {
    some = await remindSome(parts)
    count += some
  }
  if (count > 0) parts.log.info({ count }, 'reminded of meetings')
}

async function remindSome({ database, now }: Parts): Promise<number> {
  const { rows } = await database.asService(now(), (tx) =>
    sql<{ reminded: number }>`select service_remind_appointments() as reminded`.execute(tx),
  )
  return rows[0]!.reminded
}
