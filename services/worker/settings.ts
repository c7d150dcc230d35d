import { z } from 'zod'
import { clockOf } from '../../app/server/clock-setting.ts'
import type { SettingsFault } from '../../app/server/setting-reader.ts'
import type { JobSetName } from '../../db/jobs.ts'
import { jobSetNames, jobSets, type StartSet } from './job-sets.ts'
import { settingSource } from './setting-source.ts'

/** Each set reads its own settings. All are in .env.example. */
export type WorkerSettings = {
  databaseUrl: string
  sets: StartSet[]
  logLevel: string
  /** Null follows the machine. */
  clock: Date | null
}

/** Settings, or every fault by name without secrets. `production` refuses what belongs to the demo. */
export async function readWorkerSettings(
  env: NodeJS.ProcessEnv,
  production: boolean,
): Promise<{ settings: WorkerSettings } | { faults: SettingsFault[] }> {
  const source = settingSource(env, production)
  const { take, optional, faults } = source
  const databaseUrl = take('DATABASE_URL', (text) => z.url().parse(text))
  const names = optional('WORKER_JOBS') ? take('WORKER_JOBS', namesOf) : jobSetNames
  const sets: StartSet[] = []
  for (const name of names ?? []) {
    const start = await jobSets[name](source)
    if (start) sets.push(start)
  }
  const clock = optional('CLOCK') ? take('CLOCK', (text) => clockOf(text, production)) : null
  if (faults.length > 0 || !databaseUrl) return { faults }
  return { settings: { databaseUrl, sets, logLevel: optional('LOG_LEVEL') ?? 'info', clock: clock ?? null } }
}

function namesOf(text: string): JobSetName[] {
  const given = new Set(text.split(',').map((name) => name.trim()))
  const names = jobSetNames.filter((name) => given.has(name))
  if (names.length < given.size) throw new Error(`must be some of: ${jobSetNames.join(', ')}`)
  return names
}
