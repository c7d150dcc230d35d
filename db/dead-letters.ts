import { sql } from 'kysely'
import type { ServiceTx } from './connect.ts'
import { deadLetters, jobQueues, jobsIn, withoutSchemaChanges, type JobQueue, type Jobs } from './jobs.ts'

/** What can fail for good: the queues, and the outbox of notices. */
export const failing = [...jobQueues, 'notices'] as const

type Letter<Name, Data> = { id: string; queue: Name; data: Data; at: Date; errorCode: string | null }
export type DeadLetter =
  { [Name in JobQueue]: Letter<Name, Jobs[Name]> }[JobQueue] | Letter<'notices', { municipalityId: string }>

export async function listDeadLetters(tx: ServiceTx): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select delivery_id as id, 'notices' as queue, jsonb_build_object('municipalityId', municipality_id) as data, made_at as at,
           fault as "errorCode" from service_failed_deliveries()
    union all
    select id, source_name as queue, data, created_on as at, source_output ->> 'message' as "errorCode"
      from pgboss.job where name = ${deadLetters} and state = 'created' order by at`.execute(tx)
  return rows
}

/** Returns the job to its queue, or the notice to its outbox. @returns false when there is no such job */
export async function retryDeadLetter(tx: ServiceTx, id: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select service_retry_delivery(${id}::uuid) as found`.execute(
    tx,
  )
  if (rows[0]!.found) return true
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ ...withoutSchemaChanges, supervise: false, db: await jobsIn(tx) })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    return (await boss.redrive(deadLetters, { ids: [id] })) === 1
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
