import { sql } from 'kysely'
import type { WorkerParts } from '../job-set.ts'
import { eraseCases, retentionMunicipalities, settleRetention } from './erase-cases.ts'

const FIRST_HOUR = 1
const LAST_HOUR = 4

/**
 * Judges each case by the rules, at first and then every night, between one and five; what may go is erased then where the
 * municipality has said that it is done by itself.
 */
export async function retainByRule(parts: WorkerParts): Promise<void> {
  const night = isNight(parts.now())
  for (const { municipalityId, atNight, isJudged } of await retentionMunicipalities(parts)) {
    if (parts.signal.aborted) return
    try {
      if (night && atNight) await erase(parts, municipalityId)
      else if (night || !isJudged) await settleRetention(parts, municipalityId)
    } catch (error) {
      // What keeps one from being judged keeps none of the others.
      parts.log.warn({ error, municipalityId }, 'cases of a municipality that could not be judged')
    }
  }
}

async function erase(parts: WorkerParts, municipality: string): Promise<void> {
  const { erased, late, failed } = await eraseCases(parts, { municipality })
  if (erased > 0) parts.log.info({ erased, late }, 'cases erased by rule')
  if (failed.length > 0) parts.log.warn({ failed }, 'cases that could not be erased')
}

function isNight(now: Date): boolean {
  const hour = Number(
    now.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', hourCycle: 'h23' }),
  )
  return hour >= FIRST_HOUR && hour <= LAST_HOUR
}

/** Answers that were kept for a system that sends again, and which it has not asked for since. */
export async function purgeIngestRequests({ database, now, log }: WorkerParts): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{ purged: number }>`select service_purge_ingest_requests() as purged`.execute(
      tx,
    )
    return rows[0]!.purged
  })
  if (count > 0) log.info({ count }, 'answers to systems purged')
}
