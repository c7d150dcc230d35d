import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'

/** What those who have left told of themselves, pictures and all. */
export async function eraseIntroductions({
  database,
  now,
  log,
}: Pick<WorkerParts, 'database' | 'now' | 'log'>): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ erased: number }>`select service_erase_introductions() as erased`.execute(tx)
    return rows[0]!.erased
  })
  if (count > 0) log.info({ count }, 'introductions erased')
}
