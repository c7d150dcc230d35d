import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import { listDeadLetters } from '../../../db/dead-letters.ts'

/** Lets the writer see that the careful pass failed. The live text stays. */
export async function markFailedPasses(tx: ServiceTx): Promise<void> {
  for (const { queue, data } of await listDeadLetters(tx)) {
    if (queue !== 'final-pass') continue
    await sql`select service_fail_final(${data.municipalityId}, ${data.recordingId})`.execute(tx)
  }
}
