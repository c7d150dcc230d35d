import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

/** How often codes were asked for counts for a day, and is kept no longer. */
export async function forgetAskedCodes({
  database,
  now,
}: Pick<WorkerParts, 'database' | 'now'>): Promise<void> {
  await database.asService(now(), (tx) => sql`select service_forget_asked_codes()`.execute(tx))
}
