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
  const timers = sets.flatMap(({ atIntervals }) => atIntervals.map((interval) => repeat(interval, log)))
  const jobs = await runJobs({ databaseUrl, handlers: sets.map(({ handlers }) => handlers), log })
  return {
    end: async () => {
      ended.abort(new Error('the worker is ending'))
      timers.forEach(clearInterval)
      await Promise.allSettled([...sets.flatMap(({ end }) => end?.() ?? []), jobs.end()])
      await database.close()
    },
  }
}

function repeat({ everyMs, work }: Interval, log: Logger): NodeJS.Timeout {
  const once = () => void work().catch((error: unknown) => log.warn({ error }, 'at intervals'))
  once()
  return setInterval(once, everyMs)
}
