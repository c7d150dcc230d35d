import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import { listDeadLetters } from '../../../db/dead-letters.ts'

/** Lets the writer and the sender see what failed for good. Live text and file stay. */
export async function tellFailedJobs(tx: ServiceTx): Promise<void> {
  for (const { queue, data } of await listDeadLetters(tx)) {
    if (queue === 'final-pass')
      await sql`select service_fail_final(${data.municipalityId}, ${data.recordingId})`.execute(tx)
    if (queue === 'decode-file')
      await sql`select service_fail_decoding(${data.municipalityId}, ${data.recordingId})`.execute(tx)
  }
}
