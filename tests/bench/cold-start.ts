import type { CaseDatabase } from './case-database.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { startPortal } from './portal.ts'
import { rawGet } from './raw-get.ts'
import { number, type Part } from './report.ts'

/** From the start of the process to its first answers. */
export async function measureColdStart(database: CaseDatabase, { rounds }: Plan): Promise<Part> {
  const listening: number[] = []
  const answered: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const portal = await startPortal('portal-cold', database)
    listening.push((performance.now() - portal.startedAt) / 1000)
    const { status } = await rawGet(portal.address + database.casePath, { cookie: database.cookie })
    if (status !== 200) throw new Error(`the case page answers ${status}`)
    answered.push((performance.now() - portal.startedAt) / 1000)
    await portal.stop()
  }
  return {
    section: {
      heading: 'Cold start',
      about: `From the start of the process until it listens, and until it has answered its first case page; medians of ${rounds}.`,
      columns: ['listens after s', 'first page after s'],
      rows: [[number(median(listening)), number(median(answered))]],
    },
    checks: [
      {
        name: 'cold start until it listens',
        found: median(listening),
        limit: goals.coldStartSeconds,
        rule: 'atMost',
        unit: ' s',
      },
    ],
  }
}
