import { staffAt } from '../../addresses'
import type { HeardSegment } from '../text/merge-heard'
import type { Preview } from '../recording/preview'
import type { RecordingProblem } from '../recording/recording-problem'
import type { DictationMode } from '../text/spoken-commands'
import { streamInTurns } from './stream-turns'

type Listener = {
  onSegment: (segment: HeardSegment) => void
  onProblem: (problem: RecordingProblem | null, progress: number | null) => void
  onLag: (seconds: number) => void
  /** Null: what was told is no longer so. */
  onPreview: (preview: Preview | null) => void
  onState: (state: string, problem: RecordingProblem | null) => void
}

/** `isHere`: it is recorded by this page, which asks for the words of the open phrase too. */
type Listened = { recordingId: string; mode: DictationMode; isHere: boolean }

/** Each stream goes on after the last event; also where the browser reconnects by itself. */
export function listenToRecording({ recordingId, mode, isHere }: Listened, listener: Listener): () => void {
  let last = 0
  const stop = streamInTurns(({ onUpToDate, onClosed }) => {
    const asked = `?efter=${last}${isHere ? '&oppen' : ''}`
    const source = new EventSource(staffAt.recordingEvents(recordingId) + asked)
    const on = (kind: string, take: (data: Record<string, unknown>) => void) => {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        last = Number(event.lastEventId)
        take(JSON.parse(event.data) as Record<string, unknown>)
      })
    }
    on('segment', (data) =>
      listener.onSegment({ ...(data as Omit<HeardSegment, 'mode'>), recordingId, mode }),
    )
    on('problem', ({ problem, progress }) =>
      listener.onProblem(problemIn(problem), typeof progress === 'number' ? progress : null),
    )
    on('lag', ({ lagMs }) => listener.onLag(Math.round(Number(lagMs) / 1000)))
    on('preview', ({ preview }) => listener.onPreview(preview as Preview | null))
    on('state', ({ state, problem }) => {
      listener.onState(String(state), problemIn(problem))
      if (state === 'transcribed' || state === 'erased') stop()
    })
    source.addEventListener('here', onUpToDate)
    source.onerror = () => {
      listener.onPreview(null)
      if (source.readyState === EventSource.CLOSED) onClosed()
    }
    return () => {
      source.close()
      listener.onPreview(null)
    }
  })
  return stop
}

const problemIn = (told: unknown) => (told ?? null) as RecordingProblem | null
