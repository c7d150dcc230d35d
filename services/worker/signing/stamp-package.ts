import { sql } from 'kysely'
import { stampSeal } from '../../../app/signing/seal/stamp-seal.ts'
import type { TimeStampService } from '../../../app/signing/seal/time-stamp-client.ts'
import { Refusal } from '../../../app/signing/verifier/refusal.ts'
import type { JobHandler } from '../job-runner.ts'
import type { WorkerParts } from '../job-set.ts'

/** Has a time-stamp service vouch for a seal. While it is away the seal stands as it is, and is tried again. */
export function stampSealJob(
  { database, now }: Pick<WorkerParts, 'database' | 'now'>,
  service: TimeStampService,
): JobHandler<'stamp-seal'> {
  return async ({ municipalityId, requestId }, complete) => {
    const at = sql`${municipalityId}::uuid, ${requestId}::uuid`
    const sealed = await database.asService(now(), async (tx) => {
      const { rows } = await sql<{ bytes: Buffer | null }>`
        select service_package_to_stamp(${at}) as bytes`.execute(tx)
      return rows[0]?.bytes ?? null
    })
    const stamped = sealed && (await stamp(sealed, service))
    await database.asService(now(), async (tx) => {
      if (stamped) await sql`select service_keep_stamped_package(${at}, ${stamped})`.execute(tx)
      await complete(tx)
    })
  }
}

async function stamp(sealed: Buffer, service: TimeStampService): Promise<Buffer> {
  try {
    return await stampSeal(sealed, service, new Date())
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new ServiceAway('the time-stamp service gave no answer', { cause: error })
  }
}

class ServiceAway extends Error {
  readonly code = 'time_stamp_service_away'
}
