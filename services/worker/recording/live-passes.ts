import { createHearing, type Hearing } from '../hearing/hear-recording.ts'
import type { OpenRecording } from '../hearing/recording-store.ts'
import { openRecordings, recordingStore } from './recordings.ts'
import type { WorkerParts } from '../worker-parts.ts'

export type Lanes = {
  /** Something has changed: looks at all open recordings again. */
  wake(): void
  /** When every lane stands still. */
  end(): Promise<void>
}

/** A recording that is still open but silent for so long no longer keeps the next one of its note waiting. */
const SILENT_MS = 30_000

type Lane = { recordings: OpenRecording[]; isRunning: boolean; isStale: boolean }
type Heard = { hearing: Hearing; parts: number; heardFrom: number }

/**
 * One lane for each draft, its recordings in the order they were begun: text comes in the order it was said, and
 * no phrase twice.
 */
export function createLanes(parts: WorkerParts): Lanes {
  const lanes = new Map<string, Lane>()
  const known = new Map<string, Heard>()
  const running = new Set<Promise<void>>()
  let looking: Promise<void> | null = null
  let isStale = false
  const clock = () => performance.now()

  const heardOf = (recording: OpenRecording): Heard => {
    let heard = known.get(recording.recordingId)
    if (!heard) {
      const store = recordingStore(parts, recording)
      const { live: engine, voices, turns, signal } = parts
      const hearing = createHearing({ store, engine, voices, turns, signal, clock })
      heard = { hearing, parts: recording.nextNumber, heardFrom: clock() }
      known.set(recording.recordingId, heard)
    }
    if (heard.parts !== recording.nextNumber)
      Object.assign(heard, { parts: recording.nextNumber, heardFrom: clock() })
    return heard
  }
  /** @returns whether the next recording of the draft may be heard */
  const hearOne = async (recording: OpenRecording): Promise<boolean> => {
    const heard = heardOf(recording)
    const outcome = await heard.hearing.hear()
    if (outcome === 'done' || outcome === 'moved') known.delete(recording.recordingId)
    if (outcome === 'done') parts.log.info({ recordingId: recording.recordingId }, 'transcribed')
    const isSilent =
      outcome === 'wait' && recording.state === 'recording' && clock() - heard.heardFrom > SILENT_MS
    return outcome === 'done' || isSilent
  }
  const run = async (lane: Lane): Promise<void> => {
    while (lane.isStale && !parts.signal.aborted) {
      lane.isStale = false
      for (const recording of lane.recordings) if (!(await hearOne(recording))) break
    }
  }
  const start = (lane: Lane) => {
    lane.isStale = true
    if (lane.isRunning) return
    lane.isRunning = true
    const ended = run(lane)
      .catch((error: unknown) => {
        if (!parts.signal.aborted) parts.log.warn({ error }, 'a lane stopped; it goes on at the next look')
      })
      .finally(() => {
        lane.isRunning = false
        running.delete(ended)
      })
    running.add(ended)
  }
  const lookOnce = async () => {
    const open = new Map<string, OpenRecording[]>()
    for (const recording of await openRecordings(parts)) {
      open.set(recording.noteVersionId, [...(open.get(recording.noteVersionId) ?? []), recording])
    }
    for (const id of lanes.keys()) if (!open.has(id) && !lanes.get(id)!.isRunning) lanes.delete(id)
    for (const [id, recordings] of open) {
      const lane = lanes.get(id) ?? { recordings, isRunning: false, isStale: false }
      lane.recordings = recordings
      lanes.set(id, lane)
      start(lane)
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
