import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

/** Tries to sign that nothing came back from, once their time is over. */
export async function purgeIntents({
  database,
  now,
  log,
}: Pick<WorkerParts, 'database' | 'now' | 'log'>): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ purged: number }>`select service_purge_intents() as purged`.execute(tx)
    return rows[0]!.purged
  })
  if (count > 0) log.info({ count }, 'tries to sign purged')
}
