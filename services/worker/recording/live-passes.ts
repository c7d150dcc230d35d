import { createHearing, type Hearing } from '../hearing/hear-recording.ts'
import type { OpenRecording } from '../hearing/recording-store.ts'
import type { RecordingParts } from './recording-parts.ts'
import { openRecordings, recordingStore } from './recordings.ts'

export type LivePasses = {
  wake(): void
  end(): Promise<void>
}

/** After this, a silent open recording no longer holds up the draft's next one. */
const SILENT_MS = 30_000

type LivePass = { recordings: OpenRecording[]; isRunning: boolean; isStale: boolean }
type Heard = { hearing: Hearing; parts: number; heardFrom: number; waitsAt: number | null }

/** One pass per draft, so text comes in the order it was said and no phrase comes twice. */
export function createLivePasses(parts: RecordingParts): LivePasses {
  const passes = new Map<string, LivePass>()
  const known = new Map<string, Heard>()
  const running = new Set<Promise<void>>()
  let looking: Promise<void> | null = null
  let isStale = false
  const clock = () => performance.now()

  const heardOf = (recording: OpenRecording): Heard => {
    let heard = known.get(recording.recordingId)
    if (!heard) {
      const store = recordingStore(parts, recording)
      const { live: engine, voices, engineQueue, previewTurns, signal } = parts
      const hearing = createHearing({ store, engine, voices, engineQueue, previewTurns, signal, clock })
      heard = { hearing, parts: recording.nextNumber, heardFrom: clock(), waitsAt: null }
      known.set(recording.recordingId, heard)
    }
    if (heard.parts !== recording.nextNumber)
      Object.assign(heard, { parts: recording.nextNumber, heardFrom: clock() })
    return heard
  }
  const hearOne = async (recording: OpenRecording): Promise<boolean> => {
    const heard = heardOf(recording)
    const isUnchanged =
      recording.state === 'recording' &&
      recording.nextNumber === heard.waitsAt &&
      recording.problem === null &&
      parts.live.state.problem === null
    const outcome = isUnchanged ? 'wait' : await heard.hearing.hear()
    heard.waitsAt = outcome === 'wait' ? recording.nextNumber : null
    if (outcome === 'done' || outcome === 'moved') known.delete(recording.recordingId)
    if (outcome === 'done') parts.log.info({ recordingId: recording.recordingId }, 'transcribed')
    const isSilent =
      outcome === 'wait' && recording.state === 'recording' && clock() - heard.heardFrom > SILENT_MS
    return outcome === 'done' || isSilent
  }
  const run = async (pass: LivePass): Promise<void> => {
    while (pass.isStale && !parts.signal.aborted) {
      pass.isStale = false
      for (const recording of pass.recordings) if (!(await hearOne(recording))) break
    }
  }
  const start = (pass: LivePass) => {
    pass.isStale = true
    if (pass.isRunning) return
    pass.isRunning = true
    const ended = run(pass)
      .catch((error: unknown) => {
        if (!parts.signal.aborted)
          parts.log.warn({ error }, 'a live pass stopped; it goes on at the next look')
      })
      .finally(() => {
        pass.isRunning = false
        running.delete(ended)
      })
    running.add(ended)
  }
  const lookOnce = async () => {
    const open = new Map<string, OpenRecording[]>()
    for (const recording of await openRecordings(parts)) {
      open.set(recording.noteVersionId, [...(open.get(recording.noteVersionId) ?? []), recording])
    }
    for (const id of passes.keys()) if (!open.has(id) && !passes.get(id)!.isRunning) passes.delete(id)
    for (const [id, recordings] of open) {
      const pass = passes.get(id) ?? { recordings, isRunning: false, isStale: false }
      pass.recordings = recordings
      passes.set(id, pass)
      start(pass)
    }
  }
  const look = async () => {
    while (isStale && !parts.signal.aborted) {
      isStale = false
      await lookOnce().catch((error: unknown) =>
        parts.log.warn({ error }, 'recordings could not be looked at'),
      )
    }
    looking = null
  }

  return {
    wake: () => {
      isStale = true
      looking ??= look()
    },
    end: async () => {
      await looking
      await Promise.allSettled([...running])
    },
  }
}
