import { sql } from 'kysely'
import { deadLetters, sendJob, type RequestId } from '../../../db/jobs.ts'
import type { WorkerParts } from '../job-set.ts'

const atOnce = 500
const leftOver = {
  'seal-signature': sql`service_unsealed_signatures()`,
  'stamp-seal': sql`service_unstamped_packages()`,
} as const

/**
 * Sends what nothing waits for: signatures from before there was a key, seals from before there was a time-stamp service.
 * What failed for good waits for an operator.
 */
export async function sendLeftOver(
  { database, now, log }: Pick<WorkerParts, 'database' | 'now' | 'log'>,
  queue: keyof typeof leftOver,
): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<RequestId>`
      select u.municipality_id as "municipalityId", u.request_id as "requestId" from ${leftOver[queue]} u
       where not exists (select from pgboss.job j
                          where (j.name = ${queue} or j.name = ${deadLetters} and j.source_name = ${queue})
                            and j.state in ('created', 'retry', 'active') and j.data ->> 'requestId' = u.request_id::text)
       limit ${atOnce}`.execute(tx)
    await sendJob(tx, queue, ...rows)
    return rows.length
  })
  if (count > 0) log.info({ queue, count }, 'left over, sent')
}
