type StreamEvent = { number: number; kind: string; data: unknown }

type StreamSource = {
  /** The number of the last event the page has. */
  after: number
  /** Events after a number, in order; null when they may not be read any more. */
  read: (after: number) => Promise<readonly StreamEvent[] | null>
  /** Begins to watch for news; gives what ends it. */
  watch: (watcher: { onNews: () => void; onClose: () => void }) => () => void
  /** The page has gone. */
  closed: AbortSignal
}

/** Proxies end a connection on which nothing is said for a minute; a comment is heard by nobody. */
const heartbeatSeconds = 15

/**
 * Server-sent events (HTML standard 9.2) with numbers as ids, so that a page that comes back goes on where it was.
 * Ends when the source may not be read any more, when the page goes, and when the portal leaves.
 */
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
      // Asked as a function: it changes while a read is waited for.
      const isOver = () => state.isOver
      const finish = () => {
        if (state.isOver) return
        state.isOver = true
        clearInterval(heart)
        unwatch()
        controller.close()
      }
      // One read at a time; what is told meanwhile is read after it.
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
      }
      // A read that fails ends the stream: the page asks again.
      const lookOrEnd = () => void look().catch(finish)
      const heart = setInterval(() => send(': here\n\n'), heartbeatSeconds * 1000)
      const unwatch = watch({ onNews: lookOrEnd, onClose: finish })
      closed.addEventListener('abort', finish)
      end = finish
      send('retry: 1000\n\n')
      lookOrEnd()
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: compression would keep what is said until there is more of it.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

function written({ number, kind, data }: StreamEvent): string {
  return `id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
}
