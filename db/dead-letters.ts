import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { ServiceTx } from './connect.ts'
import { deadLetters, jobsIn, withoutSchemaChanges, type JobQueue, type Jobs } from './jobs.ts'

export type DeadLetter = {
  [Name in JobQueue]: { id: string; queue: Name; data: Jobs[Name]; at: Date; errorCode: string | null }
}[JobQueue]

export async function listDeadLetters(tx: ServiceTx): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select id, source_name as queue, data, created_on as at, source_output ->> 'message' as "errorCode"
      from pgboss.job where name = ${deadLetters} and state = 'created' order by created_on`.execute(tx)
  return rows
}

/** Returns the job to its queue. @returns false when there is no such job */
export async function retryDeadLetter(tx: ServiceTx, id: string): Promise<boolean> {
  const boss = new PgBoss({ ...withoutSchemaChanges, supervise: false, db: jobsIn(tx) })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    return (await boss.redrive(deadLetters, { ids: [id] })) === 1
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
