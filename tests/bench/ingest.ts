import pg from 'pg'
import { freePort } from '../../db/local/free-port.ts'
import { buildIfNeeded } from '../../services/demo/build.ts'
import { perSecond } from './at-once.ts'
import { emptyCopies, prepareCopy } from './bare-copy.ts'
import { startBenchPostgres } from './case-database.ts'
import { openSenders, type Senders } from './ingest-senders.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { brokerSettings, newDataKeys } from './portal.ts'
import { say, tell } from './progress.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import { startServer } from './server-process.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

type Side = { name: string; run: () => Promise<number> }

const connections = 8

/** What it costs to take notes from another system. */
export async function measureIngest(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the database')
  await buildIfNeeded()
  const workplace = await openWorkplace(await startBenchPostgres(), 'ingest', plan.dictations)
  const senders = await openSenders(workplace)
  say('starting the portal')
  const address = await startIngestPortal(workplace, senders)
  const owner = new pg.Client(workplace.ownerUrl)
  await owner.connect()
  try {
    say('notes from another system')
    return [tell(await measureNotes(plan, { senders, address, owner }))]
  } finally {
    await owner.end()
  }
}

async function measureNotes(
  { batch, rounds, seconds, warmUpSeconds }: Plan,
  { senders, address, owner }: { senders: Senders; address: string; owner: pg.Client },
): Promise<Part> {
  const inLists = () =>
    timed(batch.notes * batch.lists, () => atOnce(batch.lists, () => senders.sendList(address, batch.notes)))
  const oneByOne = (duration: number) => perSecond(connections, duration, () => senders.sendOne(address))
  await oneByOne(warmUpSeconds)
  await inLists()
  await owner.query('analyze')
  const bare = await prepareCopy(owner)
  const sides: Side[] = [
    { name: `**portal**, lists of ${batch.notes}, ${batch.lists} at once`, run: inLists },
    { name: `**portal**, one by one on ${connections} connections`, run: () => oneByOne(seconds) },
    {
      name: 'bare COPY of the same rows',
      run: async () => {
        await emptyCopies(owner)
        return timed(bare.notes, bare.copy)
      },
    },
  ]
  const found = await alternate(sides, rounds, ({ run }) => run())
  const ratioTo = (index: number) => median(found[0]!.map((lists, round) => lists / found[index]![round]!))
  return {
    section: {
      heading: 'Notes from another system',
      about:
        'Notes of 330 characters sent to /api/v1 with access tokens of 100 systems, since one alone may send 600 requests ' +
        'a minute: token, form, personal identity numbers in the text, author and case are checked, and each note is ' +
        'kept with its own answer and its line in the log; a list is written by sets, in one transaction. Beside it COPY, in one transaction, of the ' +
        `${number(5 * bare.notes)} rows that ${number(bare.notes)} of these notes became, into tables with the same indexes and neither references nor ` +
        `triggers. ${rounds} rounds of each side in turn; medians. The load is made on the same machine.`,
      columns: ['lists to this', 'side', 'notes a second'],
      rows: sides.map(({ name }, index) => [
        index === 0 ? '1' : number(ratioTo(index)),
        name,
        number(median(found[index]!)),
      ]),
    },
    checks: [
      {
        name: 'notes in lists, to COPY of the same rows',
        found: ratioTo(2),
        limit: goals.ingestToCopy,
        rule: 'atLeast',
      },
      {
        name: 'notes a second one by one',
        found: median(found[1]!),
        limit: goals.ingestedOneByOne,
        rule: 'atLeast',
      },
    ],
  }
}

/** With a test issuer on this machine, which `npm start` would refuse; all else as there. */
async function startIngestPortal({ portalUrl }: Workplace, { issuer }: Senders): Promise<string> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  await startServer({
    name: 'portal-of-ingest',
    path: 'services/demo/portal.ts',
    env: {
      PORT: String(port),
      ORIGIN: address,
      DATABASE_URL: portalUrl,
      DATA_KEYS: newDataKeys(),
      INGEST_ISSUER: issuer,
      ...brokerSettings('OIDC'),
      ...brokerSettings('STAFF_OIDC'),
    },
  })
  return address
}

function atOnce(times: number, work: () => Promise<void>): Promise<unknown> {
  return Promise.all(Array.from({ length: times }, work))
}

/** How many a second, when so many are done by this work. */
async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return count / ((performance.now() - begun) / 1000)
}
