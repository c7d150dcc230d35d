import { freestPlace, isAskedFor } from './stream-places'

type Told = {
  /** All that has happened is told; from then on the stream can be left at any time. */
  onUpToDate: () => void
  /** The stream has closed by itself. */
  onClosed: () => void
}
/** Opens a stream from where the last one ended, and gives what closes it. */
type OpenStream = (told: Told) => () => void
type Ended = 'over' | 'closed'

const turnMs = 2000
const reopenAfterMs = 3000

/**
 * Keeps a stream open while the page is seen. Where tabs that are seen at once have more streams than places, they
 * take turns. What happens meanwhile is told when the stream is opened again.
 * @returns call it to stop
 */
export function streamInTurns(open: OpenStream): () => void {
  const leaving = new AbortController()
  void goOn(open, leaving.signal)
  return () => leaving.abort()
}

async function goOn(open: OpenStream, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pageIsSeen(signal)
    const place = await freestPlace()
    // An aborted wait for the place is an error.
    const ended = await navigator.locks
      .request(place, { signal }, () => takeTurn(open, place, signal))
      .catch(() => null)
    if (ended === 'closed') await passed(reopenAfterMs, signal)
  }
}

/** Until the page stops or is hidden, the stream closes, or another one waits for the place. */
function takeTurn(open: OpenStream, place: string, signal: AbortSignal): Promise<Ended> {
  if (signal.aborted || document.hidden) return Promise.resolve('over')
  return new Promise((resolve) => {
    const over = new AbortController()
    const end = (how: Ended) => {
      over.abort()
      close()
      resolve(how)
    }
    let isGivingWay = false
    const giveWay = async () => {
      if (isGivingWay) return
      isGivingWay = true
      while (!over.signal.aborted) {
        await passed(turnMs, over.signal)
        if (await isAskedFor(place)) end('over')
      }
    }
    const close = open({ onUpToDate: () => void giveWay(), onClosed: () => end('closed') })
    const whileOn = { signal: over.signal }
    signal.addEventListener('abort', () => end('over'), whileOn)
    document.addEventListener('visibilitychange', () => document.hidden && end('over'), whileOn)
  })
}

function pageIsSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !signal.aborted) return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', look, { once: true })
    look()
  })
}

function passed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
