import { staffAt } from '../../addresses'
import type { HeardSegment } from '../text/merge-heard'
import type { RecordingProblem } from '../recording/recording-problem'
import type { DictationMode } from '../text/spoken-commands'
import { streamInTurns } from './stream-turns'

type Listener = {
  onSegment: (segment: HeardSegment) => void
  onProblem: (problem: RecordingProblem | null, progress: number | null) => void
  onLag: (seconds: number) => void
  onState: (state: string, problem: RecordingProblem | null) => void
}

type Listened = { recordingId: string; mode: DictationMode }

/** Each stream goes on after the last event; also where the browser reconnects by itself. */
export function listenToRecording({ recordingId, mode }: Listened, listener: Listener): () => void {
  let last = 0
  const stop = streamInTurns(({ onUpToDate, onClosed }) => {
    const source = new EventSource(`${staffAt.recordingEvents(recordingId)}?efter=${last}`)
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
    on('state', ({ state, problem }) => {
      listener.onState(String(state), problemIn(problem))
      if (state === 'transcribed' || state === 'erased') stop()
    })
    source.addEventListener('here', onUpToDate)
    source.onerror = () => source.readyState === EventSource.CLOSED && onClosed()
    return () => source.close()
  })
  return stop
}

const problemIn = (told: unknown) => (told ?? null) as RecordingProblem | null
