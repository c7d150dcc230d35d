import type { Logger } from 'pino'
import { watchEngine } from './engine/engine-watch.ts'
import { createHttpEngine } from './engine/http-engine.ts'
import { createTurns } from './hearing/engine-queue.ts'
import { createVoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { connect } from '../../db/connect.ts'
import { listen } from '../../db/listen.ts'
import { decodeFileJob } from './recording/decode-file.ts'
import { eraseOverdue, eraseRecordingJob } from './recording/erase-recording.ts'
import { tellFailedPasses } from './recording/failed-passes.ts'
import { finalPassJob } from './recording/final-pass.ts'
import { runJobs } from './job-runner.ts'
import { createLanes } from './recording/live-passes.ts'
import type { WorkerSettings } from './settings.ts'
import type { WorkerParts } from './worker-parts.ts'

export type Worker = { end(): Promise<void> }

/** Requests under way at the engine, which serves them in its own order. */
const PLACES = 4
/** Floors under what is told by NOTIFY and by jobs. */
const EVERY_MS = { look: 3_000, tellFailed: 10_000, erase: 5 * 60_000 }

/** Starts listening to recordings, working off jobs and erasing what has lived its time. */
export async function startWorker(settings: WorkerSettings, log: Logger): Promise<Worker> {
  const ended = new AbortController()
  const clockAhead = settings.clock ? settings.clock.getTime() - Date.now() : 0
  const now = () => new Date(Date.now() + clockAhead)
  const database = connect(settings.databaseUrl, (error) => log.warn({ error }, 'database connection lost'))
  const voices = await createVoiceActivity()
  const { url, key, live, final } = settings.engine
  const engine = watchEngine(createHttpEngine({ url, key, model: live }), {
    clock: () => performance.now(),
    onChange: (state) => {
      log.info(state, 'engine')
      lanes.wake()
    },
  })
  const parts: WorkerParts = {
    database,
    dataKeys: settings.dataKeys,
    voices,
    live: engine,
    final: createHttpEngine({ url, key, model: final }),
    turns: createTurns(PLACES),
    log,
    now,
    signal: ended.signal,
  }
  const lanes = createLanes(parts)
  const recordings = listen(settings.databaseUrl, 'recording', {
    onPayload: () => lanes.wake(),
    onLost: (error) => log.warn({ error }, 'listening connection lost'),
  })
  const eraseNow = async () => {
    const count = await eraseOverdue(parts)
    if (count > 0) log.info({ count }, 'erased')
  }
  const floors = [
    every(EVERY_MS.look, () => Promise.resolve(lanes.wake()), log),
    every(EVERY_MS.tellFailed, () => database.asService(now(), tellFailedPasses), log),
    every(EVERY_MS.erase, eraseNow, log),
  ]
  const jobs = await runJobs({
    databaseUrl: settings.databaseUrl,
    log,
    handlers: {
      'final-pass': finalPassJob(parts),
      'decode-file': decodeFileJob(parts),
      'erase-recording': eraseRecordingJob(parts),
    },
  })
  return {
    end: async () => {
      ended.abort(new Error('the worker is ending'))
      engine.end()
      floors.forEach(clearInterval)
      await Promise.allSettled([recordings.close(), lanes.end(), jobs.end()])
      await database.close()
    },
  }
}

/** Does something at once and then at intervals; what fails is done again the next time. */
function every(milliseconds: number, work: () => Promise<unknown>, log: Logger): NodeJS.Timeout {
  const once = () => void work().catch((error: unknown) => log.warn({ error }, 'at intervals'))
  once()
  return setInterval(once, milliseconds)
}
