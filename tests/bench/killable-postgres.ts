import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { startLocalPostgres, type LocalPostgres } from '../../db/local/embedded.ts'
import { startBenchPostgres } from './case-database.ts'
import { endLater } from './ending.ts'
import { workFolder } from './plan.ts'
import { postgresPid } from './process-memory.ts'

export type KillablePostgres = LocalPostgres & {
  /** Kills every process of the server at once. */
  kill: () => Promise<void>
  start: () => Promise<void>
}

// Milliseconds until a server that does not come back is given up.
const patience = 60_000

/** A PostgreSQL that can be killed and started again on the same files at the same port. */
export async function startKillablePostgres(folder = workFolder): Promise<KillablePostgres> {
  let server = await startBenchPostgres(folder)
  const port = Number(new URL(server.ownerUrl('postgres')).port)
  endLater(() => server.stop())
  return {
    ...server,
    kill: async () => {
      const first = await postgresPid(folder)
      const family = [first, ...(await childrenOf(first))]
      for (const pid of family) endNow(pid)
      while (family.some(isThere)) await wait(5)
    },
    start: async () => {
      const begun = performance.now()
      for (;;) {
        try {
          server = await startLocalPostgres({ folder, port, durable: true })
          return
        } catch (error) {
          if (performance.now() - begun > patience) throw error
          await wait(50)
        }
      }
    },
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean).map(Number)
}

/** A connection's process may have ended since it was listed. */
function endNow(pid: number): void {
  if (isThere(pid)) process.kill(pid, 'SIGKILL')
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
