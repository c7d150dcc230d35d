import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Ends a PostgreSQL of this folder whose parent was killed before it could stop it. Its own lock file names it.
 * @throws Error when it does not end within fifteen seconds
 */
export async function endLeftOverPostgres(folder: string): Promise<void> {
  const lock = join(folder, 'postgres', 'postmaster.pid')
  const [pid, dataFolder] = (await readFile(lock, 'utf8').catch(() => '')).split('\n')
  if (!pid || dataFolder !== join(folder, 'postgres') || !isAlive(Number(pid))) return
  process.kill(Number(pid), 'SIGINT')
  for (let waited = 0; waited < 150; waited += 1) {
    if (!isAlive(Number(pid))) return
    await pause(100)
  }
  throw new Error(`PostgreSQL (process ${pid}) from an earlier run does not end`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
