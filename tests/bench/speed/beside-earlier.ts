import { median } from '../median.ts'
import { residentMegabytes } from '../memory.ts'
import { goals, type Plan } from '../plan.ts'
import { number, type Part } from '../report.ts'
import { alternate } from '../rounds.ts'
import { turnOf, type MeasuredPortal, type Turn } from './measured-portal.ts'
import { pageNames, readerPages, type PageName } from './reader-pages.ts'

type Row = { page: PageName; now: Turn[]; before: Turn[] }
type Sides = { now: MeasuredPortal; before: MeasuredPortal }

/** The pages that are opened most, beside those of the portal as it was at a commit, each with its own database. */
export async function measureBesideEarlier(
  { now, before }: Sides,
  commit: string,
  plan: Plan,
): Promise<Part> {
  const pages = await readerPages(now)
  const earlierPages = await readerPages(before)
  const rows: Row[] = []
  for (const page of pageNames) {
    const sides = [
      { at: now, ...pages[page] },
      { at: before, ...earlierPages[page] },
    ]
    const [ours, theirs] = await alternate(sides, plan.rounds, ({ at, path, headers }) =>
      turnOf(at, { url: at.portal.address + path, headers }, plan),
    )
    rows.push({ page, now: ours!, before: theirs! })
  }
  const memory = await residentMegabytes(now.portal.pid)
  const memoryBefore = await residentMegabytes(before.portal.pid)
  const both = (row: Row, key: keyof Turn) =>
    `${number(median(row.now.map((turn) => turn[key])))} / ${number(median(row.before.map((turn) => turn[key])))}`
  return {
    section: {
      heading: `Beside the portal of ${commit}`,
      about:
        `The portal of commit ${commit} with its own packages, schema and seed of ${plan.manyCases.toLocaleString('en')} cases, ` +
        `and this one, each with a PostgreSQL of its own; ${plan.connections} connections, ${plan.rounds} rounds of ` +
        `${plan.seconds} s for each in turn; medians, the ratios round by round. Processor time is what a request costs ` +
        'the portal and all of its PostgreSQL together. Memory of a portal process after all of it: ' +
        `${number(memory)} MB, of the earlier one ${number(memoryBefore)} MB.`,
      columns: [
        'requests/s to before',
        'processor time to before',
        'page',
        'requests/s now / before',
        'node ms now / before',
        'PostgreSQL ms now / before',
      ],
      rows: rows.map((row) => [
        number(speedOf(row)),
        number(costOf(row)),
        row.page,
        both(row, 'perSecond'),
        both(row, 'node'),
        both(row, 'postgres'),
      ]),
    },
    checks: rows.flatMap((row) => checksOf(row, commit)),
  }
}

function checksOf(row: Row, commit: string): Part['checks'] {
  const speed = {
    name: `${row.page} page, requests/s to those of ${commit}`,
    found: speedOf(row),
    limit: row.page === 'case' ? goals.caseToEarlier : goals.pageToEarlier,
    rule: 'atLeast' as const,
  }
  const cost = {
    name: `${row.page} page, processor time to that of ${commit}`,
    found: costOf(row),
    limit: goals.processorToEarlier,
    rule: 'atMost' as const,
  }
  return row.page === 'case' ? [speed, cost] : [speed]
}

// Each round against the same round of the other: the machine drifts more between rounds than within one.
const speedOf = ({ now, before }: Row) =>
  median(now.map(({ perSecond }, round) => perSecond / before[round]!.perSecond))

const costOf = ({ now, before }: Row) =>
  median(now.map((turn, round) => processorTime(turn) / processorTime(before[round]!)))

const processorTime = ({ node, postgres }: Turn) => node + postgres
