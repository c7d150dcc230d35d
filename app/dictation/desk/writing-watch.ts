import type { HeardSegment } from '../text/merge-heard'
import type { RecordingProblem } from '../recording/recording-problem'
import type { DictationMode } from '../text/spoken-commands'
import { createObservable } from './observable'
import { listenToRecording } from './recording-events'

export type Writing = {
  problem: RecordingProblem | null
  /** Of the engine's start, 0 to 100. */
  progress: number | null
  lagSeconds: number
  pending: ReadonlySet<string>
}

export type HeardHandlers = {
  onHeard: (segment: HeardSegment) => void
  onDropped: (segment: HeardSegment) => void
}

export function createWritingWatch(handlers: () => HeardHandlers) {
  const state = createObservable<Writing>({
    problem: null,
    progress: null,
    lagSeconds: 0,
    pending: new Set(),
  })
  const closers = new Map<string, () => void>()
  const setPending = (recordingId: string, isPending: boolean) => {
    const others = [...state.get().pending].filter((each) => each !== recordingId)
    state.change({ pending: new Set(isPending ? [...others, recordingId] : others) })
  }
  const onState = (recordingId: string, at: string, problem: RecordingProblem | null) => {
    if (at === 'recording' || at === 'stopped') return
    setPending(recordingId, false)
    state.change({ lagSeconds: 0, ...(problem && { problem, progress: null }) })
  }
  return {
    state,
    follow: (recordingId: string, mode: DictationMode) => {
      if (closers.has(recordingId)) return
      setPending(recordingId, true)
      state.change({ problem: null, progress: null })
      const listener = {
        onSegment: (segment: HeardSegment) => {
          handlers().onHeard(segment)
          if (segment.kind === 'dropped') handlers().onDropped(segment)
        },
        onProblem: (problem: RecordingProblem | null, progress: number | null) =>
          state.change({ problem, progress }),
        onLag: (lagSeconds: number) => state.change({ lagSeconds }),
        onState: (at: string, problem: RecordingProblem | null) => onState(recordingId, at, problem),
      }
      closers.set(recordingId, listenToRecording({ recordingId, mode }, listener))
    },
    close: () => {
      for (const close of closers.values()) close()
      closers.clear()
    },
  }
}
