import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { asOwner, caseDatabase, startBenchPostgres, type CaseDatabase } from '../case-database.ts'
import { loadOn, type Target } from '../load.ts'
import { workFolder, type Plan } from '../plan.ts'
import { startPortal, type Portal } from '../portal.ts'
import { postgresPid } from '../process-memory.ts'
import { processorMillisecondsOfFamily, processorMillisecondsOfMainThread } from './processor-time.ts'

/** What a portal and its database are started with, and the folder in which its PostgreSQL keeps its data. */
export type Bench = {
  startBenchPostgres: () => Promise<LocalPostgres>
  caseDatabase: typeof caseDatabase
  startPortal: typeof startPortal
  workFolder: string
}

export const ownBench: Bench = { startBenchPostgres, caseDatabase, startPortal, workFolder }

export type MeasuredPortal = { portal: Portal; database: CaseDatabase; ownerUrl: string; postgres: number }

export async function startMeasured(
  bench: Bench,
  cases: number,
  start = bench.startBenchPostgres,
): Promise<MeasuredPortal> {
  const postgres = await start()
  const database = await bench.caseDatabase(postgres, cases)
  return {
    portal: await bench.startPortal('portal', database),
    database,
    ownerUrl: postgres.ownerUrl(database.name),
    postgres: await postgresPid(bench.workFolder),
  }
}

/** Requests a second, and milliseconds of processor time that one of them costs. */
export type Turn = { perSecond: number; node: number; mainThread: number; postgres: number }

/**
 * Takes out of the log what opened pages have written into it since the seed. Pages look up what their reader has read:
 * nobody reads a page a thousand times a minute, and the faster side would find the longer log.
 */
export async function forgetReading(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    // Otherwise the log can only be added to.
    await owner.query('set session_replication_role = replica')
    await owner.query('delete from audit_event where at > (select max(opened_on) + 60 from case_file)')
    await owner.query('vacuum analyze audit_event')
  })
}

/** Loads a page of the portal for a while, warm, and says what each request cost. */
export async function turnOf(
  { portal, postgres, ownerUrl }: MeasuredPortal,
  target: Target,
  plan: Plan,
): Promise<Turn> {
  const used = async () => ({
    node: await processorMillisecondsOfFamily(portal.pid),
    mainThread: await processorMillisecondsOfMainThread(portal.pid),
    postgres: await processorMillisecondsOfFamily(postgres),
  })
  await forgetReading(ownerUrl)
  await loadOn(target, { ...plan, seconds: plan.warmUpSeconds })
  const before = await used()
  const { perSecond, answers } = await loadOn(target, { ...plan, warmUpRequests: 0 })
  const after = await used()
  return {
    perSecond,
    node: (after.node - before.node) / answers,
    mainThread: (after.mainThread - before.mainThread) / answers,
    postgres: (after.postgres - before.postgres) / answers,
  }
}
