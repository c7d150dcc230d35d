import { createVoiceActivity } from '../../../app/dictation/speech/voice-activity.ts'
import { listen } from '../../../db/listen.ts'
import { watchEngine } from '../engine/engine-watch.ts'
import { createHttpEngine } from '../engine/http-engine.ts'
import { createEngineQueue } from '../hearing/engine-queue.ts'
import { createPreviewTurns } from '../hearing/preview-turns.ts'
import type { JobSet, RunningJobs, WorkerParts } from '../job-set.ts'
import { decodeFileJob } from './decode-file.ts'
import { tellFailedJobs } from './failed-jobs.ts'
import { finalPassJob } from './final-pass.ts'
import { createLivePasses } from './live-passes.ts'
import type { RecordingParts } from './recording-parts.ts'
import { readRecordingSettings, type RecordingSettings } from './recording-settings.ts'

const ENGINE_REQUESTS = 4
/** Whole seconds of sound come without a NOTIFY, and one may be lost. */
const LOOK_EVERY_MS = 1_000
const TELL_FAILED_EVERY_MS = 10_000

export const recordingJobs: JobSet<'recordings'> = async (source) => {
  const settings = await readRecordingSettings(source)
  return settings && ((parts) => startRecordingJobs(settings, parts))
}

async function startRecordingJobs(
  { dataKeys, engine: { url, key, live, final }, previewMaxDelayMs: mostDelayMs }: RecordingSettings,
  worker: WorkerParts,
): Promise<RunningJobs<'recordings'>> {
  const { databaseUrl, database, log, now } = worker
  const voices = await createVoiceActivity()
  const clock = () => performance.now()
  const engineQueue = createEngineQueue(ENGINE_REQUESTS)
  const engine = watchEngine(createHttpEngine({ url, key, model: live }), {
    clock,
    onChange: (state) => {
      log.info(state, 'engine')
      livePasses.wake()
    },
  })
  const parts: RecordingParts = {
    ...worker,
    dataKeys,
    voices,
    live: engine,
    final: createHttpEngine({ url, key, model: final }),
    engineQueue,
    previewTurns: createPreviewTurns({ engine, engineQueue, mostDelayMs, clock }),
  }
  const livePasses = createLivePasses(parts)
  const notifications = listen(databaseUrl, 'recording', {
    onPayload: () => livePasses.wake(),
    onLost: (error) => log.warn({ error }, 'listening connection lost'),
  })
  return {
    handlers: { 'final-pass': finalPassJob(parts), 'decode-file': decodeFileJob(parts) },
    atIntervals: [
      { everyMs: LOOK_EVERY_MS, work: () => Promise.resolve(livePasses.wake()) },
      { everyMs: TELL_FAILED_EVERY_MS, work: () => database.asService(now(), tellFailedJobs) },
    ],
    end: async () => {
      engine.end()
      await Promise.allSettled([notifications.close(), livePasses.end()])
    },
  }
}
