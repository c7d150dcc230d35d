import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import type { JobSetName, QueueOf } from '../../db/jobs.ts'
import type { JobHandler } from './job-runner.ts'
import type { SettingSource } from './setting-source.ts'

export type WorkerParts = {
  databaseUrl: string
  database: Database
  log: Logger
  now: () => Date
  signal: AbortSignal
}

/** Jobs that need the same things. Null when its settings have a fault. */
export type JobSet<Name extends JobSetName> = (settings: SettingSource) => Promise<StartJobs<Name> | null>

export type StartJobs<Name extends JobSetName> = (
  parts: WorkerParts,
) => RunningJobs<Name> | Promise<RunningJobs<Name>>

export type RunningJobs<Name extends JobSetName> = {
  handlers: { [Queue in QueueOf<Name>]: JobHandler<Queue> | null }
  atIntervals: Interval[]
  end?: () => Promise<void>
}

/** Also runs at the start. A failure is tried again next time; a round that takes longer is not joined by another. */
export type Interval = { everyMs: number; work: () => Promise<void> }
