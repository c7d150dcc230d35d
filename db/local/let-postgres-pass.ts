import { execFile } from 'node:child_process'
import { chmod, chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const start = promisify(execFile)
const run = (program: string, args: string[]) =>
  start(program, args, { env: { PATH: process.env['PATH'] } as unknown as NodeJS.ProcessEnv })

/**
 * As root, PostgreSQL runs as the user `postgres`, who must be able to pass every folder above its programs and
 * its data. A folder closed to others is opened for that user's group alone, for passing and not for reading.
 * Does nothing for another user than root.
 * @throws Error when there is no such user and none can be made
 */
export async function letPostgresPass(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const group = await postgresGroup()
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = await stat(folder)
    if (mode & 0o001) continue
    await chown(folder, uid, group)
    await chmod(folder, mode | 0o010)
  }
}

async function postgresGroup(): Promise<number> {
  const ask = () => run('id', ['-g', 'postgres'])
  const { stdout } = await ask().catch(async () => {
    await run('useradd', ['--system', '--user-group', 'postgres'])
    return ask()
  })
  return Number(stdout)
}
