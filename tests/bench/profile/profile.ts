import { buildIfNeeded } from '../../../services/demo/build.ts'
import { loadOn, timesAlone } from '../load.ts'
import type { Plan } from '../plan.ts'
import { say, tell } from '../progress.ts'
import type { Part } from '../report.ts'
import { earlierBench } from '../speed/earlier-bench.ts'
import { forgetReading, ownBench, startMeasured, turnOf, type Bench } from '../speed/measured-portal.ts'
import { readerPages, type PageName } from '../speed/reader-pages.ts'
import { areasOf } from './areas.ts'
import { profileOf, startInspectable } from './cpu-profile.ts'
import { inSources } from './in-sources.ts'
import { partsOf, type Profiled } from './profile-parts.ts'
import { startCountingPostgres, statementsOf } from './statements.ts'

/** Where the time of a request for a page goes, here and at the commit that the plan names. */
export async function measureProfile(page: PageName, plan: Plan): Promise<Part[]> {
  say('building the pages, starting the databases and the portals')
  await buildIfNeeded()
  const profiled = [await profiledOf('now', ownBench, page, plan)]
  if (plan.against) {
    profiled.push(await profiledOf(`at ${plan.against}`, await earlierBench(plan.against), page, plan))
  }
  return partsOf(profiled, plan).map(tell)
}

async function profiledOf(side: string, bench: Bench, page: PageName, plan: Plan): Promise<Profiled> {
  const postgres = await startCountingPostgres(bench)
  const { started, port } = await startInspectable(() =>
    startMeasured(bench, plan.manyCases, () => Promise.resolve(postgres)),
  )
  const { path, headers } = (await readerPages(started))[page]
  const target = { url: started.portal.address + path, headers }
  const long = { ...plan, seconds: plan.rounds * plan.seconds }
  say(`the ${page} page ${side}: processor time`)
  const turn = await turnOf(started, target, long)
  say(`the ${page} page ${side}: what node does`)
  const profile = await profileOf({ pid: started.portal.pid, port }, () =>
    loadOn(target, { ...long, warmUpRequests: 0 }),
  )
  say(`the ${page} page ${side}: what PostgreSQL does`)
  await forgetReading(started.ownerUrl)
  const statements = await statementsOf(postgres, plan.sequential, () => timesAlone(target, plan.sequential))
  return { side, turn, areas: areasOf(await inSources(profile)), statements }
}
