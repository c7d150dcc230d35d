import type { LocalPostgres } from '../../db/local/embedded.ts'
import type { CaseDatabase } from './case-database.ts'
import { median } from './median.ts'
import { goals, workFolder, type Plan } from './plan.ts'
import { startPortal } from './portal.ts'
import { postgresPid } from './process-memory.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import { turnOf } from './speed/measured-portal.ts'

/**
 * What a portal of two processes does to one of a single process. Where the database and the load share two cores with
 * them, requests a second cannot tell: what can is how much processor time of node a request takes. Two processes that
 * each take as much a request as one alone answer twice as many where they have cores for it.
 */
export async function measureTwoProcesses(
  postgres: LocalPostgres,
  database: CaseDatabase,
  plan: Plan,
): Promise<Part> {
  const common = {
    database,
    ownerUrl: postgres.ownerUrl(database.name),
    postgres: await postgresPid(workFolder),
  }
  const { casePath, cookie } = database
  const sides = [
    { ...common, portal: await startPortal('portal-of-one-process', database) },
    { ...common, portal: await startPortal('portal-of-two-processes', { ...database, processes: 2 }) },
  ]
  const [one, two] = await alternate(sides, plan.rounds, (side) =>
    turnOf(side, { url: side.portal.address + casePath, headers: { cookie } }, plan),
  )
  const ratio = median(two!.map(({ node }, round) => (2 * one![round]!.node) / node))
  const row = (name: string, turns: typeof one) => [
    name,
    number(median(turns!.map(({ node }) => node))),
    number(median(turns!.map((turn) => turn.postgres))),
    number(median(turns!.map(({ perSecond }) => perSecond))),
  ]
  return {
    section: {
      heading: 'Two processes beside one',
      about:
        `The case page of a portal with \`WEB_PROCESSES\` 1 and of one with 2; ${plan.connections} connections, ${plan.rounds} rounds of ` +
        `${plan.seconds} s for each in turn; medians. Processor time of node is that of all processes of the portal. On two cores ` +
        'that the database and the load use as well, requests a second are bounded by all of them: the goal is of node’s share ' +
        'alone, twice the processor time of one process to that of two.',
      columns: ['portal', 'node ms a request', 'PostgreSQL ms a request', 'requests/s'],
      rows: [row('one process', one), row('two processes', two)],
    },
    checks: [
      {
        name: 'two processes to one, of node’s share of the case page',
        found: ratio,
        limit: goals.twoProcessesToOne,
        rule: 'atLeast',
      },
    ],
  }
}
