import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import type { JobSetName, QueueOf } from '../../db/jobs.ts'
import type { JobHandler } from './job-runner.ts'
import type { SettingSource } from './setting-source.ts'

/** What every set of jobs works with. What only one set needs, that set makes for itself. */
export type WorkerParts = {
  databaseUrl: string
  database: Database
  log: Logger
  now: () => Date
  signal: AbortSignal
}

/**
 * Jobs that belong together because they need the same things. Reads the settings that they need besides the worker's
 * own.
 * @returns what starts the jobs, or null after a fault
 */
export type JobSet<Name extends JobSetName> = (settings: SettingSource) => Promise<StartJobs<Name> | null>

export type StartJobs<Name extends JobSetName> = (
  parts: WorkerParts,
) => RunningJobs<Name> | Promise<RunningJobs<Name>>

export type RunningJobs<Name extends JobSetName> = {
  handlers: { [Queue in QueueOf<Name>]: JobHandler<Queue> }
  atIntervals: Interval[]
  end?: () => Promise<void>
}

/** Work done at the start and then at intervals. What fails is done again the next time. */
export type Interval = { everyMs: number; work: () => Promise<void> }
