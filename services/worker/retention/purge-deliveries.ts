import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

const atOnce = 500

/** How messages to people went, once their time is over. That somebody was told stays with the notice. */
export async function purgeDeliveries({
  database,
  now,
  log,
  signal,
}: Pick<WorkerParts, 'database' | 'now' | 'log' | 'signal'>): Promise<void> {
  let count = 0
  let purged = atOnce
  while (purged === atOnce && !signal.aborted) {
    purged = await database.asService(now(), async (tx) => {
      const { rows } = await sql<{ purged: number }>`select service_purge_deliveries() as purged`.execute(tx)
      return rows[0]!.purged
    })
    count += purged
  }
  if (count > 0) log.info({ count }, 'messages to people purged')
}
