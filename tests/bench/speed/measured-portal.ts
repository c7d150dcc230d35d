import type { CaseDatabase } from '../case-database.ts'
import { loadOn, type Target } from '../load.ts'
import type { Plan } from '../plan.ts'
import type { Portal } from '../portal.ts'
import { postgresPid } from '../process-memory.ts'
import { processorMillisecondsOfFamily } from './processor-time.ts'

/** A running portal, its database, and the folder in which its PostgreSQL keeps its data. */
export type MeasuredPortal = { portal: Portal; database: CaseDatabase; ownerUrl: string; folder: string }

/** Requests a second, and milliseconds of processor time that one of them costs in each of the two. */
export type Turn = { perSecond: number; node: number; postgres: number }

/** Loads a page of the portal for a while, warm, and says what each request cost. */
export async function turnOf(
  { portal, folder }: MeasuredPortal,
  target: Target,
  plan: Plan,
): Promise<Turn & { answers: number }> {
  const postgres = await postgresPid(folder)
  const used = async () => ({
    node: await processorMillisecondsOfFamily(portal.pid),
    postgres: await processorMillisecondsOfFamily(postgres),
  })
  await loadOn(target, { ...plan, seconds: plan.warmUpSeconds })
  const before = await used()
  const { perSecond, answers } = await loadOn(target, { ...plan, warmUpRequests: 0 })
  const after = await used()
  return {
    perSecond,
    answers,
    node: (after.node - before.node) / answers,
    postgres: (after.postgres - before.postgres) / answers,
  }
}
