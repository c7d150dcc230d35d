import type { CaseDatabase } from './case-database.ts'
import { timesAlone } from './load.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import type { Portal } from './portal.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'

export type Sized = { cases: number; portal: Portal; database: CaseDatabase }

// So short that what slows the machine for a moment slows both sides.
const turns = 20

/** Whether the case page grows slower with the number of cases, and by how much. */
export async function measureManyCases(many: Sized, few: Sized, plan: Plan): Promise<Part> {
  const ask = ({ portal, database: { casePath, cookie } }: Sized) =>
    timesAlone({ url: portal.address + casePath, headers: { cookie } }, plan.sequential / turns)
  await alternate([many, few], turns, ask)
  const rounds: [number, number][] = []
  for (let round = 0; round < plan.rounds; round += 1) {
    const [manyTimes, fewTimes] = await alternate([many, few], turns, ask)
    rounds.push([median(manyTimes!.flat()), median(fewTimes!.flat())])
  }
  const ratio = median(rounds.map(([manyTime, fewTime]) => manyTime / fewTime))
  const [manyName, fewName] = [many, few].map(({ cases }) => cases.toLocaleString('en'))
  return {
    section: {
      heading: `${manyName} cases beside ${fewName}`,
      about:
        `The same page of a portal with ${manyName} cases and of one with ${fewName}, one request after another on one ` +
        `connection, ${plan.rounds} rounds of ${plan.sequential} requests each in turns of ${plan.sequential / turns}; medians.`,
      columns: ['ratio', `${manyName} cases, ms`, `${fewName} cases, ms`],
      rows: [
        [
          number(ratio),
          number(median(rounds.map(([time]) => time))),
          number(median(rounds.map(([, time]) => time))),
        ],
      ],
    },
    checks: [
      {
        name: `case page with ${manyName} cases to ${fewName}, time`,
        found: ratio,
        limit: goals.manyCasesToFew,
        rule: 'atMost',
      },
    ],
  }
}
