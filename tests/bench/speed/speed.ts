import { buildIfNeeded } from '../../../services/demo/build.ts'
import { caseDatabase, startBenchPostgres } from '../case-database.ts'
import { workFolder, type Plan } from '../plan.ts'
import { startPortal } from '../portal.ts'
import { say, tell } from '../progress.ts'
import type { Part } from '../report.ts'
import { measureBesideEarlier } from './beside-earlier.ts'
import { startEarlier } from './earlier.ts'

/**
 * What the pages cost beside an earlier commit.
 * @throws Error when no commit is named
 */
export async function measureSpeed(plan: Plan): Promise<Part[]> {
  if (!plan.against) throw new Error('speed is measured --against a commit')
  say(`building the pages, starting the databases and the portals, the one of ${plan.against} too`)
  await buildIfNeeded()
  const before = await startEarlier(plan.against, plan.manyCases)
  const postgres = await startBenchPostgres()
  const database = await caseDatabase(postgres, plan.manyCases)
  const portal = await startPortal('portal', database)
  const now = { portal, database, ownerUrl: postgres.ownerUrl(database.name), folder: workFolder }
  say('the pages beside each other')
  return [tell(await measureBesideEarlier({ now, before }, plan.against, plan))]
}
