import type { LocalPostgres } from '../../db/local/embedded.ts'
import { crowdedDatabase, type Asked } from './crowded-database.ts'
import { timesAlone } from './load.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { startPortal } from './portal.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'

// So short that what slows the machine for a moment slows both sides.
const turns = 20

/** What pages cost those who have much: a caseworker with many cases, a case with many notes. */
export async function measureCrowded(postgres: LocalPostgres, plan: Plan): Promise<Part> {
  const { database, pages } = await crowdedDatabase(postgres)
  const portal = await startPortal('portal-of-crowded', database)
  const ask = ({ path, cookie }: Asked) =>
    timesAlone({ url: portal.address + path, headers: { cookie } }, plan.sequential / turns)
  const rows: string[][] = []
  const checks: Part['checks'] = []
  for (const { name, crowded, usual } of pages) {
    await alternate([crowded, usual], turns, ask)
    const rounds: [number, number][] = []
    for (let round = 0; round < plan.rounds; round += 1) {
      const [much, little] = await alternate([crowded, usual], turns, ask)
      rounds.push([median(much!.flat()), median(little!.flat())])
    }
    const ratio = median(rounds.map(([much, little]) => much / little))
    const times = [0, 1].map((side) => number(median(rounds.map((round) => round[side]!))))
    rows.push([number(ratio), name, ...times])
    checks.push({
      name: `${name} to the usual, time`,
      found: ratio,
      limit: goals.crowdedToUsual,
      rule: 'atMost',
    })
  }
  await portal.stop()
  return {
    section: {
      heading: 'Many cases of a caseworker, many notes of a case',
      about:
        'The same page for who has much and for who has as much as others (a caseworker with 20 cases, and 20 as a ' +
        `deputy; a case with three notes), one request after another on one connection, ${plan.rounds} rounds of ` +
        `${plan.sequential} requests each in turns of ${plan.sequential / turns}; medians.`,
      columns: ['ratio', 'page', 'much, ms', 'usual, ms'],
      rows,
    },
    checks,
  }
}
