import { connect } from '../../../db/connect.ts'
import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { asOwner } from '../case-database.ts'
import { pacedTimes } from '../paced.ts'
import { quantile } from '../median.ts'
import { goals, type Plan } from '../plan.ts'
import { startPortal } from '../portal.ts'
import { say } from '../progress.ts'
import { number, type Part } from '../report.ts'
import { closeScale, eraseScale } from '../retention-cases.ts'
import type { MessageDatabase } from './message-database.ts'

const name = 'cases_to_erase'
/** Pages a second that are asked for meanwhile, whether the ones before are answered or not. */
const pagesPerSecond = 10

/** What pages wait for while cases are erased by rule. */
export async function measureRetention(
  postgres: LocalPostgres,
  many: MessageDatabase,
  plan: Plan,
): Promise<Part> {
  say('erasing cases beside pages')
  await copyDatabase(postgres, many.name)
  await closeScale(postgres.ownerUrl(name), { cases: many.cases, open: many.caseId })
  const database = connect(postgres.portalUrl(name), () => undefined)
  const portal = await startPortal('portal-of-erased', { portalUrl: postgres.portalUrl(name) })
  const targets = ['/hem', many.casePath].map((path) => ({
    url: portal.address + path,
    headers: { cookie: many.cookie },
  }))
  const asked = (signal: AbortSignal) => pacedTimes(targets, { perSecond: pagesPerSecond, signal })
  const [short, long] = [plan.seconds * plan.rounds, plan.seconds * plan.rounds * 6]
  const alone = (seconds: number) => asked(AbortSignal.timeout(seconds * 1000))
  try {
    await alone(short)
    // Long enough for the slowest hundredth to be more than chance.
    const before = await alone(long)
    const ended = new AbortController()
    const erasing = eraseScale(
      { ownerUrl: postgres.ownerUrl(name), database },
      { cases: many.cases },
    ).finally(() => ended.abort())
    const during = await asked(ended.signal)
    const { erased, kept, failed, seconds } = await erasing
    const without = [...before, ...(await alone(long))]
    return retentionPart({ erased, kept, failed, seconds, during, without })
  } finally {
    await portal.stop()
    await database.close()
    await asOwner(postgres.ownerUrl('postgres'), (owner) => owner.query(`drop database ${name} with (force)`))
  }
}

async function copyDatabase(postgres: LocalPostgres, from: string): Promise<void> {
  await asOwner(postgres.ownerUrl('postgres'), async (owner) => {
    await owner.query(`drop database if exists ${name} with (force)`)
    await owner.query(`create database ${name} template ${from} strategy file_copy`)
    // A copy has the tables' grants, not the database's own (db/policy/context.sql).
    await owner.query(`revoke temporary on database ${name} from public`)
  })
}

type Found = {
  erased: number
  kept: number
  failed: number
  seconds: number
  /** Milliseconds of each page. */
  during: readonly number[]
  without: readonly number[]
}

function retentionPart({ erased, kept, failed, seconds, during, without }: Found): Part {
  const [p99, p99Without] = [quantile(during, 0.99), quantile(without, 0.99)]
  return {
    section: {
      heading: 'Erasing cases beside pages',
      about:
        'Every case but one has been closed for so long that it may go; the sample for research is kept. While the worker’s own ' +
        `erasing goes through them in batches, ${pagesPerSecond} pages a second are asked for (home and case of the youth whose ` +
        'case is open), in a steady pace; before and after it the same without.',
      columns: [
        'p99 to p99 without',
        'p99, ms',
        'without, ms',
        'median, ms',
        'without, ms',
        'cases erased / kept',
        'cases a second',
      ],
      rows: [
        [
          number(p99 / p99Without),
          number(p99),
          number(p99Without),
          number(quantile(during, 0.5)),
          number(quantile(without, 0.5)),
          `${erased.toLocaleString('en')} / ${kept.toLocaleString('en')}`,
          number(erased / seconds),
        ],
      ],
    },
    checks: [
      {
        name: 'p99 of pages while cases are erased, to without',
        found: p99 / p99Without,
        limit: goals.erasingToWithout,
        rule: 'atMost',
      },
      { name: 'cases that could not be erased', found: failed, limit: 0, rule: 'atMost' },
    ],
  }
}
