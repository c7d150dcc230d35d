import { timesAlone } from '../load.ts'
import { median } from '../median.ts'
import { goals, type Plan } from '../plan.ts'
import type { Portal } from '../portal.ts'
import { number, type Part } from '../report.ts'
import { alternate } from '../rounds.ts'
import type { MessageDatabase } from './message-database.ts'
import { messagesOfCase } from './message-database.ts'

export type Sized = { portal: Portal; database: MessageDatabase }

// So short that what slows the machine for a moment slows both sides.
const turns = 20

/** Whether a thread and home grow slower with the number of cases and messages. */
export async function measureMessagePages(many: Sized, few: Sized, plan: Plan): Promise<Part> {
  const rows: string[][] = []
  const checks: Part['checks'] = []
  for (const page of ['thread', 'home'] as const) {
    const [manyTime, fewTime, ratio] = await compare(page, many, few, plan)
    rows.push([page, number(ratio), number(manyTime), number(fewTime)])
    const name = `${page} page with many messages to few, time`
    checks.push({ name, found: ratio, limit: goals.manyMessagesToFew, rule: 'atMost' })
  }
  const [manyCases, fewCases] = [many, few].map(({ database }) => database.cases)
  const named = (cases: number) =>
    `${cases.toLocaleString('en')} cases, ${(cases * messagesOfCase).toLocaleString('en')} messages`
  return {
    section: {
      heading: 'Threads and home with many messages',
      about:
        `The same two pages of one youth in a portal with ${named(manyCases!)} and in one with ${named(fewCases!)}, ` +
        `one request after another on one connection, ${plan.rounds} rounds of ${plan.sequential} in turns of ` +
        `${plan.sequential / turns}; medians. Opening a thread writes that it was read.`,
      columns: ['page', 'ratio', 'many, ms', 'few, ms'],
      rows,
    },
    checks,
  }
}

async function compare(
  page: 'thread' | 'home',
  many: Sized,
  few: Sized,
  plan: Plan,
): Promise<[many: number, few: number, ratio: number]> {
  const ask = ({ portal, database: { threadPath, cookie } }: Sized) =>
    timesAlone(
      { url: portal.address + (page === 'thread' ? threadPath : '/hem'), headers: { cookie } },
      plan.sequential / turns,
    )
  await alternate([many, few], turns, ask)
  const rounds: [number, number][] = []
  for (let round = 0; round < plan.rounds; round += 1) {
    const [manyTimes, fewTimes] = await alternate([many, few], turns, ask)
    rounds.push([median(manyTimes!.flat()), median(fewTimes!.flat())])
  }
  return [
    median(rounds.map(([time]) => time)),
    median(rounds.map(([, time]) => time)),
    median(rounds.map(([manyTime, fewTime]) => manyTime / fewTime)),
  ]
}
