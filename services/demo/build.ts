import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { environmentFor } from './environment.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = [
  'app',
  'db',
  'locales',
  'public',
  'package-lock.json',
  'vite.compressed-files.ts',
  'vite.config.ts',
  'vite.islands.config.ts',
  'vite.left-out.ts',
  'vite.remix-once.ts',
  'vite.server-bundle.ts',
  'remix.config.js',
]

export async function buildIfNeeded(): Promise<void> {
  const built = await changedAt(join(root, 'build/client/islands.json'))
  const newest = Math.max(...(await Promise.all(sources.map((source) => newestIn(join(root, source))))))
  if (built > newest) return
  try {
    await promisify(execFile)('npm', ['run', '--silent', 'build'], {
      cwd: root,
      env: environmentFor('build', process.env) as NodeJS.ProcessEnv,
      maxBuffer: 16 * 1024 * 1024,
    })
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string }
    throw new Error(`the pages could not be built\n${stdout ?? ''}${stderr ?? ''}`, { cause: error })
  }
}

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null)
  if (!entries) return changedAt(path)
  const times = entries
    .filter((entry) => entry.isFile())
    .map((entry) => changedAt(join(entry.parentPath, entry.name)))
  return Math.max(0, ...(await Promise.all(times)))
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  )
}
