import { staffAt } from '../../addresses'
import type { HeardSegment } from '../text/merge-heard'
import type { RecordingProblem } from '../recording/find-recording'
import type { DictationMode } from '../text/spoken-commands'

type Listener = {
  onSegment: (segment: HeardSegment) => void
  onProblem: (problem: RecordingProblem | null, progress: number | null) => void
  onLag: (seconds: number) => void
  onState: (state: string) => void
}

type Listened = { recordingId: string; mode: DictationMode }

const reopenAfter = 3000

/** The browser reconnects by itself from the last event; other answers (signed out) are retried later. */
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
