import { buildIfNeeded } from '../../services/demo/build.ts'
import { caseDatabase, startBenchPostgres } from './case-database.ts'
import { measureLoad } from './case-page-load.ts'
import { measureColdStart } from './cold-start.ts'
import { measureCrowded } from './crowded.ts'
import { measureManyCases } from './many-cases.ts'
import { measureWeight } from './page-weight.ts'
import { measurePhone } from './phone.ts'
import type { Plan } from './plan.ts'
import { startPortal } from './portal.ts'
import { say, tell } from './progress.ts'
import type { Part } from './report.ts'
import { startSides } from './sides.ts'
import { measureTwoProcesses } from './two-processes.ts'

/** What a reader's pages cost. */
export async function measurePages(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the databases')
  await buildIfNeeded()
  const postgres = await startBenchPostgres()
  const many = await caseDatabase(postgres, plan.manyCases)
  const few = await caseDatabase(postgres, plan.fewCases)
  say('starting the servers')
  const portal = await startPortal('portal', many)
  const portalOfFew = await startPortal('portal-of-few', few)
  const sides = await startSides(portal, many)
  say('weighing first views')
  const weight = tell(await measureWeight(portal.address, many))
  say('cold start')
  const coldStart = tell(await measureColdStart(many, plan))
  say('the case page under load')
  const load = tell(await measureLoad(sides, plan))
  say('many cases beside few')
  const large = { cases: plan.manyCases, portal, database: many }
  const small = { cases: plan.fewCases, portal: portalOfFew, database: few }
  const manyCases = tell(await measureManyCases(large, small, plan))
  say('much beside the usual')
  const crowded = tell(await measureCrowded(postgres, plan))
  say('two processes beside one')
  const two = tell(await measureTwoProcesses(postgres, many, plan))
  say('Lighthouse')
  const phone = tell(await measurePhone(portal.address, many, plan))
  return [load, manyCases, crowded, two, weight, phone, coldStart]
}
