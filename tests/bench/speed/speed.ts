import { buildIfNeeded } from '../../../services/demo/build.ts'
import type { Plan } from '../plan.ts'
import { say, tell } from '../progress.ts'
import type { Part } from '../report.ts'
import { measureBesideEarlier } from './beside-earlier.ts'
import { earlierBench } from './earlier-bench.ts'
import { ownBench, startMeasured } from './measured-portal.ts'

/**
 * What the pages cost beside an earlier commit.
 * @throws Error when no commit is named
 */
export async function measureSpeed(plan: Plan): Promise<Part[]> {
  if (!plan.against) throw new Error('speed is measured --against a commit')
  say(`building the pages, starting the databases and the portals, the one of ${plan.against} too`)
  await buildIfNeeded()
  const before = await startMeasured(await earlierBench(plan.against), plan.manyCases)
  const now = await startMeasured(ownBench, plan.manyCases)
  say('the pages beside each other')
  return [tell(await measureBesideEarlier({ now, before }, plan.against, plan))]
}
