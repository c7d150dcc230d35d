import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { megabytesOfAll } from './memory.ts'
import { goals, workFolder } from './plan.ts'
import { number, type Part } from './report.ts'

export type Measured = Map<string, { idle: number; loaded: number }>
type Process = { name: string; pid: number }

/** The bench's own PostgreSQL: its first process, which all the others come from. */
export async function postgresPid(folder = workFolder): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

/** What each process holds now. Asked again later, the first answer stays as `idle`. */
export async function weigh(processes: readonly Process[], measured: Measured): Promise<void> {
  for (const { name, pid } of processes) {
    const now = await megabytesOfAll(pid)
    measured.set(name, { idle: measured.get(name)?.idle ?? now, loaded: now })
  }
}

export function memoryPart(measured: Measured, load: string): Part {
  const rows = [...measured]
  return {
    section: {
      heading: 'Memory of each process',
      about: `Idle: started, with the model loaded, nothing asked for yet. After load: ${load} What processes of one program share is counted once.`,
      columns: ['process', 'idle MB', 'after load MB'],
      rows: rows.map(([name, { idle, loaded }]) => [name, number(idle), number(loaded)]),
    },
    checks: Object.entries(goals.processMegabytes).map(([name, limit]) => ({
      name: `memory of the ${name} after dictations`,
      found: measured.get(name)!.loaded,
      limit,
      rule: 'atMost',
      unit: ' MB',
    })),
  }
}
