import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import type { WorkerParts } from '../job-set.ts'

/** A case that may go, or has gone: by which rule, from which day, how many rows of which table. */
export type GoneCase = {
  case_id: string
  rule: string
  earliest_on: string
  is_late: boolean
  counts: Record<string, number>
}

type Parts = Pick<WorkerParts, 'database' | 'now' | 'signal'>
/** `failed` are cases that something kept from going: an id, and the database's code. */
type Outcome = { erased: number; late: number; failed: { caseId: string; code: string }[] }

/** So many cases in one transaction: a second's work. */
export const batchOf = 100
/** More would come near the time that a statement may take. */
export const largestBatch = 500
const settledAtOnce = 200

type RetentionMunicipality = { municipalityId: string; atNight: boolean; isJudged: boolean }

/** Municipalities that have said what the law leaves to them; the others keep everything. */
export async function retentionMunicipalities({
  database,
  now,
}: Pick<Parts, 'database' | 'now'>): Promise<RetentionMunicipality[]> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<{ municipality_id: string; at_night: boolean; is_judged: boolean }>`
      select * from service_retention_municipalities()`.execute(tx)
    return rows.map((row) => ({
      municipalityId: row.municipality_id,
      atNight: row.at_night,
      isJudged: row.is_judged,
    }))
  })
}

/** Writes down of every case of a municipality by which rule it is kept, and until when at the earliest; rests between. */
export async function settleRetention({ database, now, signal }: Parts, municipality: string): Promise<void> {
  let last: string | null = null
  do {
    const begun = performance.now()
    last = await database.asService(now(), settleAfter(municipality, last))
    await restSince(begun, signal)
  } while (last && !signal.aborted)
}

/** For as long as it took: pages are read meanwhile, and nobody waits for this. Told to end, it ends. */
async function restSince(begun: number, signal: AbortSignal): Promise<void> {
  await wait(performance.now() - begun, undefined, { signal }).catch(() => undefined)
}

/** Judges the next cases after one, by their ids; gives the last of them, null when there are no more. */
function settleAfter(municipality: string, after: string | null) {
  return async (tx: ServiceTx): Promise<string | null> => {
    const { rows } = await sql<{ last: string | null }>`
      select service_settle_retention(${municipality}, ${after}, ${settledAtOnce}) as last`.execute(tx)
    return rows[0]!.last
  }
}

/**
 * Erases every case of a municipality that may go today, batch by batch, resting after each. A batch goes whole or not at
 * all, so it can be killed at any point and begun again. Where one of a batch cannot go, the others do.
 */
export async function eraseCases(
  parts: Parts,
  { municipality, atATime = batchOf }: { municipality: string; atATime?: number },
): Promise<Outcome> {
  const { database, now, signal } = parts
  await settleRetention(parts, municipality)
  const outcome: Outcome = { erased: 0, late: 0, failed: [] }
  let after: string | null = null
  while (!signal.aborted) {
    const cases: string[] = await database.asService(now(), dueAfter({ municipality, after, atATime }))
    if (cases.length === 0) break
    after = cases.at(-1)!
    const begun = performance.now()
    await eraseBatch(parts, { municipality, cases }, outcome)
    await restSince(begun, signal)
  }
  return outcome
}

async function eraseBatch(
  parts: Parts,
  { municipality, cases }: { municipality: string; cases: string[] },
  outcome: Outcome,
): Promise<void> {
  try {
    const gone = await parts.database.asService(parts.now(), (tx) => erase(tx, municipality, cases))
    outcome.erased += gone.length
    outcome.late += gone.filter((each) => each.is_late).length
  } catch (error) {
    const { code, name } = error as { code?: unknown; name: string }
    // Lost midway: the next run finds what is left.
    if (name === 'DatabaseAway' || typeof code !== 'string') throw error
    if (cases.length === 1) outcome.failed.push({ caseId: cases[0]!, code })
    else {
      const half = Math.ceil(cases.length / 2)
      await eraseBatch(parts, { municipality, cases: cases.slice(0, half) }, outcome)
      await eraseBatch(parts, { municipality, cases: cases.slice(half) }, outcome)
    }
  }
}

/** What `eraseCases` would erase now: the same work, undone again. Nothing is written, not even what cases are kept by. */
export async function listCases({ database, now, signal }: Parts, municipality: string): Promise<GoneCase[]> {
  return database.undone.asService(now(), async (tx) => {
    let last: string | null = null
    do last = await settleAfter(municipality, last)(tx)
    while (last && !signal.aborted)
    const listed: GoneCase[] = []
    let after: string | null = null
    while (!signal.aborted) {
      const cases: string[] = await dueAfter({ municipality, after, atATime: batchOf })(tx)
      if (cases.length === 0) break
      after = cases.at(-1)!
      listed.push(...(await erase(tx, municipality, cases)))
    }
    return listed
  })
}

type Due = { municipality: string; after: string | null; atATime: number }

function dueAfter({ municipality, after, atATime }: Due) {
  return async (tx: ServiceTx): Promise<string[]> => {
    const { rows } = await sql<{ case_id: string }>`
      select case_id from service_due_cases(${municipality}, ${after}, ${atATime})`.execute(tx)
    return rows.map((row) => row.case_id)
  }
}

async function erase(tx: ServiceTx, municipality: string, cases: string[]): Promise<GoneCase[]> {
  const { rows } = await sql<GoneCase>`
    select * from service_erase_cases(${municipality}, ${cases}::uuid[])`.execute(tx)
  return rows
}
