import type { Logger } from 'pino'
import { connect } from '../../db/connect.ts'
import { runJobs } from './job-runner.ts'
import type { Interval, WorkerParts } from './job-set.ts'
import type { WorkerSettings } from './settings.ts'

export type Worker = { end(): Promise<void> }

export async function startWorker(settings: WorkerSettings, log: Logger): Promise<Worker> {
  const { databaseUrl, clock } = settings
  const ended = new AbortController()
  const clockAhead = clock ? clock.getTime() - Date.now() : 0
  const database = connect(databaseUrl, (error) => log.warn({ error }, 'database connection lost'))
  const parts: WorkerParts = {
    databaseUrl,
    database,
    log,
    now: () => new Date(Date.now() + clockAhead),
    signal: ended.signal,
  }
  const sets = await Promise.all(settings.sets.map(async (start) => await start(parts)))
  const repeated = sets.flatMap(({ atIntervals }) => atIntervals.map((interval) => repeat(interval, log)))
  const jobs = await runJobs({ databaseUrl, handlers: sets.map(({ handlers }) => handlers), log })
  return {
    end: async () => {
      ended.abort(new Error('the worker is ending'))
      await Promise.allSettled([
        ...repeated.map((each) => each.end()),
        ...sets.flatMap(({ end }) => end?.() ?? []),
        jobs.end(),
      ])
      await database.close()
    },
  }
}

function repeat({ everyMs, work }: Interval, log: Logger): Worker {
  let round: Promise<void> | null = null
  // A round that takes longer than the interval is not joined by another.
  const once = () => {
    round ??= work()
      .catch((error: unknown) => log.warn({ error }, 'at intervals'))
      .finally(() => (round = null))
  }
  once()
  const timer = setInterval(once, everyMs)
  return {
    end: async () => {
      clearInterval(timer)
      await round
    },
  }
}
