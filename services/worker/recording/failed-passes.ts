import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import { listDeadLetters } from '../../../db/dead-letters.ts'

/** Tells the writers of recordings whose careful pass has failed for good: the live text stays. */
export async function tellFailedPasses(tx: ServiceTx): Promise<void> {
  for (const { queue, data } of await listDeadLetters(tx)) {
    if (queue !== 'final-pass') continue
    await sql`select service_fail_final(${data.municipalityId}, ${data.recordingId})`.execute(tx)
  }
}
