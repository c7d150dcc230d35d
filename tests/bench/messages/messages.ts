import { buildIfNeeded } from '../../../services/demo/build.ts'
import { startBenchPostgres } from '../case-database.ts'
import type { Plan } from '../plan.ts'
import { startPortal } from '../portal.ts'
import { say, tell } from '../progress.ts'
import type { Part } from '../report.ts'
import { messageDatabase } from './message-database.ts'
import { measureMessageKills } from './message-kills.ts'
import { measureMessagePages } from './message-pages.ts'
import { measureMessageRate } from './message-rate.ts'
import { measureRetention } from './retention-pages.ts'

/** What questions and answers cost. */
export async function measureMessages(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the databases')
  await buildIfNeeded()
  const postgres = await startBenchPostgres()
  const many = await messageDatabase(postgres, plan.manyCases)
  const few = await messageDatabase(postgres, plan.fewCases)
  const portal = await startPortal('portal', many)
  const portalOfFew = await startPortal('portal-of-few', few)
  say('threads and home')
  const pages = tell(
    await measureMessagePages({ portal, database: many }, { portal: portalOfFew, database: few }, plan),
  )
  await Promise.all([portal.stop(), portalOfFew.stop()])
  say('messages from end to end')
  const rate = tell(await measureMessageRate(postgres, plan))
  const retention = tell(await measureRetention(postgres, many, plan))
  await postgres.stop()
  return [pages, rate, retention, tell(await measureMessageKills(plan))]
}
