import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

/** Where nothing has come for long, the caseworkers are asked for a line to the reader (feature F5). */
export async function askForLines({
  database,
  now,
  log,
}: Pick<WorkerParts, 'database' | 'now' | 'log'>): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    // Looks at every reader of every open case.
    await sql`set local statement_timeout = '10min'`.execute(tx)
    const { rows } = await sql<{ asked: number }>`select service_ask_for_lines() as asked`.execute(tx)
    return rows[0]!.asked
  })
  if (count > 0) log.info({ count }, 'lines asked for')
}
