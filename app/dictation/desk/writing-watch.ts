import type { HeardSegment } from '../text/merge-heard'
import type { Preview } from '../recording/preview'
import type { RecordingProblem } from '../recording/recording-problem'
import type { DictationMode } from '../text/spoken-commands'
import { createOpenPhrases, type OpenPhrase } from './open-phrase'
import { createObservable } from './observable'
import { listenToRecording } from './recording-events'

export type Writing = {
  problem: RecordingProblem | null
  /** Of the engine's start, 0 to 100. */
  progress: number | null
  lagSeconds: number
  pending: ReadonlySet<string>
  openPhrase: OpenPhrase | null
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
    openPhrase: null,
  })
  const openPhrases = createOpenPhrases((openPhrase) => state.change({ openPhrase }))
  const closers = new Map<string, { isHere: boolean; close: () => void }>()
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
    /** @param isHere it is recorded by this page */
    follow: (recordingId: string, mode: DictationMode, isHere = false) => {
      const known = closers.get(recordingId)
      if (known && (known.isHere || !isHere)) return
      known?.close()
      setPending(recordingId, true)
      state.change({ problem: null, progress: null })
      const listener = {
        onSegment: (segment: HeardSegment) => {
          openPhrases.settle(recordingId, segment.end)
          handlers().onHeard(segment)
          if (segment.kind === 'dropped') handlers().onDropped(segment)
        },
        onProblem: (problem: RecordingProblem | null, progress: number | null) => {
          if (problem) openPhrases.clear()
          state.change({ problem, progress })
        },
        onPreview: (preview: Preview | null) =>
          preview ? openPhrases.say({ recordingId, ...preview }) : openPhrases.clear(),
        onLag: (lagSeconds: number) => state.change({ lagSeconds }),
        onState: (at: string, problem: RecordingProblem | null) => onState(recordingId, at, problem),
      }
      closers.set(recordingId, {
        isHere,
        close: listenToRecording({ recordingId, mode, isHere }, listener),
      })
    },
    close: () => {
      for (const { close } of closers.values()) close()
      closers.clear()
    },
  }
}
