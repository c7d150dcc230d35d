import { sql } from 'kysely'
import type { ServiceTx } from './connect.ts'
import { deadLetters } from './jobs.ts'

/** A job that has failed for good. Ids and a code, never a text. */
export type DeadLetter = {
  id: string
  queue: string
  data: { municipalityId: string; recordingId: string }
  at: Date
  errorCode: string | null
}

/** Jobs that have failed for good and wait for an operator, the oldest first. */
export async function listDeadLetters(tx: ServiceTx): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select id, source_name as queue, data, created_on as at, source_output ->> 'message' as "errorCode"
      from pgboss.job where name = ${deadLetters} and state = 'created' order by created_on`.execute(tx)
  return rows
}
