type StreamEvent = { number: number; kind: string; data: unknown }

type StreamSource = {
  after: number
  read: (after: number) => Promise<readonly StreamEvent[] | null>
  watch: (watcher: { onNews: () => void; onClose: () => void }) => () => void
  closed: AbortSignal
}

/** Proxies close a connection after a minute of silence. */
const heartbeatSeconds = 15

/** Everything until now has been told. */
const upToDate = 'event: here\ndata: {}\n\n'

/** Server-sent events (HTML standard 9.2). The ids let a page continue after a lost connection. */
export function eventStream({ after, read, watch, closed }: StreamSource): Response {
  const encoder = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const state = { after, isReading: false, isStale: false, isOver: false }
      const takeStale = () => {
        const was = state.isStale
        state.isStale = false
        return was
      }
      // A function, since the value changes during the awaits.
      const isOver = () => state.isOver
      const finish = () => {
        if (state.isOver) return
        state.isOver = true
        clearInterval(heart)
        unwatch()
        controller.close()
      }
      const look = async () => {
        if (state.isReading) return void (state.isStale = true)
        state.isReading = true
        do {
          const events = await read(state.after)
          if (isOver()) return
          if (!events) return finish()
          for (const event of events) {
            send(written(event))
            state.after = event.number
          }
        } while (takeStale())
        state.isReading = false
        send(upToDate)
      }
      const lookOrEnd = () => void look().catch(finish)
      const heart = setInterval(() => send(upToDate), heartbeatSeconds * 1000)
      const unwatch = watch({ onNews: lookOrEnd, onClose: finish })
      closed.addEventListener('abort', finish)
      end = finish
      send('retry: 1000\n\n')
      lookOrEnd()
      // It may have gone before we listened.
      if (closed.aborted) finish()
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Compression would hold events back.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

function written({ number, kind, data }: StreamEvent): string {
  return `id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
}
