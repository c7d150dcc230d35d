import { staffAt } from '../../addresses'
import type { HeardSegment } from '../text/merge-heard'
import type { RecordingProblem } from '../recording/find-recording'
import type { DictationMode } from '../text/spoken-commands'

type Listener = {
  onSegment: (segment: HeardSegment) => void
  onProblem: (problem: RecordingProblem | null, progress: number | null) => void
  /** Seconds between what is said and its text. */
  onLag: (seconds: number) => void
  onState: (state: string) => void
}

type Listened = { recordingId: string; mode: DictationMode }

const reopenAfter = 3000

/**
 * Listens to what becomes of a recording until its text is done. The browser goes on by itself after a lost
 * connection, from the last event it has; an answer that is no stream (signed out) is asked for again later.
 * @returns what ends it
 */
export function listenToRecording({ recordingId, mode }: Listened, listener: Listener): () => void {
  let last = 0
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(timer)
    source.close()
  }
  const on = (kind: string, take: (data: Record<string, unknown>) => void) => {
    source.addEventListener(kind, (event: MessageEvent<string>) => {
      last = Number(event.lastEventId)
      take(JSON.parse(event.data) as Record<string, unknown>)
    })
  }
  const open = () => {
    source = new EventSource(`${staffAt.recordingEvents(recordingId)}?efter=${last}`)
    on('segment', (data) =>
      listener.onSegment({ ...(data as Omit<HeardSegment, 'mode'>), recordingId, mode }),
    )
    on('problem', ({ problem, progress }) =>
      listener.onProblem(
        (problem ?? null) as RecordingProblem | null,
        typeof progress === 'number' ? progress : null,
      ),
    )
    on('lag', ({ lagMs }) => listener.onLag(Math.round(Number(lagMs) / 1000)))
    on('state', ({ state }) => {
      listener.onState(String(state))
      if (state === 'transcribed' || state === 'erased') close()
    })
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfter)
    }
  }
  open()
  return close
}
