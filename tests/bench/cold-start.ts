import type { CaseDatabase } from './case-database.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { startPortal } from './portal.ts'
import { rawGet } from './raw-get.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import type { ServerProcess } from './server-process.ts'
import { startDataFree } from './sides.ts'

type Side = {
  start: () => Promise<ServerProcess & { address: string }>
  path: string
  headers: Record<string, string>
}
type Start = { listening: number; answered: number }

/** From the start of the process to its first answers, beside the Remix page without data on Express. */
export async function measureColdStart(database: CaseDatabase, { rounds }: Plan): Promise<Part> {
  const { casePath, cookie } = database
  const sides: Side[] = [
    { start: () => startPortal('portal-cold', database), path: casePath, headers: { cookie } },
    { start: () => startDataFree('data-free-on-express.js'), path: '', headers: {} },
  ]
  const [portal, dataFree] = await alternate(sides, rounds, startOf)
  const ratio = median(portal!.map(({ listening }, round) => listening / dataFree![round]!.listening))
  return {
    section: {
      heading: 'Cold start',
      about:
        'From the start of the process until it listens, and until it has answered its first page; medians of ' +
        `${rounds} each in turn, the ratio of the first of them round by round.`,
      columns: ['portal to this', 'side', 'listens after s', 'first page after s'],
      rows: [
        ['1', '**portal, case page**', ...seconds(portal!)],
        [number(ratio), 'Remix page without data on Express with compression', ...seconds(dataFree!)],
      ],
    },
    checks: [
      {
        name: 'cold start until it listens',
        found: median(portal!.map(({ listening }) => listening)),
        limit: goals.coldStartSeconds,
        rule: 'atMost',
        unit: ' s',
      },
      {
        name: 'cold start until it listens, to that of a Remix page without data on Express',
        found: ratio,
        limit: goals.coldStartToDataFree,
        rule: 'atMost',
      },
    ],
  }
}

async function startOf({ start, path, headers }: Side): Promise<Start> {
  const server = await start()
  const listening = (performance.now() - server.startedAt) / 1000
  const { status } = await rawGet(server.address + path, headers)
  if (status !== 200) throw new Error(`the first page answers ${status}`)
  const answered = (performance.now() - server.startedAt) / 1000
  await server.stop()
  return { listening, answered }
}

const seconds = (starts: readonly Start[]) =>
  (['listening', 'answered'] as const).map((until) => number(median(starts.map((start) => start[until]))))
