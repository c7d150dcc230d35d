import { freePort } from '../../../db/local/free-port.ts'
import { buildIfNeeded } from '../../../services/demo/build.ts'
import { caseDatabase, startBenchPostgres } from '../case-database.ts'
import { loadOn, type Target } from '../load.ts'
import { median } from '../median.ts'
import { workFolder, type Plan } from '../plan.ts'
import { startPortal } from '../portal.ts'
import { postgresPid } from '../process-memory.ts'
import { say, tell } from '../progress.ts'
import { number, type Part } from '../report.ts'
import { alternate } from '../rounds.ts'
import { startServer } from '../server-process.ts'
import { startSides } from '../sides.ts'
import { processorMillisecondsOfFamily } from '../speed/processor-time.ts'

type Floor = { name: string; pid: number; target: Target }

/** What a request costs at the least: what the case page stands on, each part of it alone and with nothing of ours. */
export async function measureFloors(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the database and the servers')
  await buildIfNeeded()
  const postgres = await startBenchPostgres()
  const database = await caseDatabase(postgres, plan.manyCases)
  const portal = await startPortal('portal', database)
  const { inPlain, asBrowser } = await startSides(portal, database)
  const port = await freePort()
  const question = await startServer({
    name: 'bare-question',
    path: 'tests/bench/profile/bare-question-server.ts',
    env: { PORT: String(port), DATABASE_URL: database.portalUrl },
  })
  const floors: Floor[] = [
    { ...asBrowser.portal, name: '**portal, case page, compressed**' },
    inPlain.bare,
    inPlain.dataFree,
    asBrowser.dataFree,
    {
      name: 'node:http and pg: `begin`, `select 1` and `commit` in one write',
      pid: question.pid,
      target: { url: `http://localhost:${port}/`, headers: {} },
    },
  ]
  say('each alone, in turn')
  const postgresAt = await postgresPid(workFolder)
  const turns = await alternate(floors, plan.rounds, (floor) => costOf(floor, postgresAt, plan))
  const part: Part = {
    section: {
      heading: 'The least that a request costs',
      about:
        `Milliseconds of processor time a request, ${plan.connections} connections, ${plan.rounds} rounds of ${plan.seconds} s for each in ` +
        'turn; medians. A page of Remix that asks one question in a transaction cannot cost node less than the third and the ' +
        'last row together, but for the second, which both of them hold; nor PostgreSQL less than the last.',
      columns: ['side', 'node ms', 'PostgreSQL ms', 'requests/s'],
      rows: floors.map(({ name }, at) => [
        name,
        ...(['node', 'postgres', 'perSecond'] as const).map((key) =>
          number(median(turns[at]!.map((turn) => turn[key]))),
        ),
      ]),
    },
    checks: [],
  }
  return [tell(part)]
}

async function costOf({ pid, target }: Floor, postgres: number, plan: Plan) {
  const used = () => Promise.all([pid, postgres].map(processorMillisecondsOfFamily))
  await loadOn(target, { ...plan, seconds: plan.warmUpSeconds })
  const [node, database] = await used()
  const { perSecond, answers } = await loadOn(target, { ...plan, warmUpRequests: 0 })
  const [nodeAfter, databaseAfter] = await used()
  return {
    node: (nodeAfter! - node!) / answers,
    postgres: (databaseAfter! - database!) / answers,
    perSecond,
  }
}
