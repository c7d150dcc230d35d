import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

/** What was begun and never sent, once it has not been written on for as long as its municipality keeps it. */
export async function purgeDrafts({
  database,
  now,
  log,
}: Pick<WorkerParts, 'database' | 'now' | 'log'>): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ purged: number }>`select service_purge_drafts() as purged`.execute(tx)
    return rows[0]!.purged
  })
  if (count > 0) log.info({ count }, 'drafts purged')
}
