import type { Journal, JournalEntry } from './journal'
import type { RecordingServer, Sent } from './recording-server'

/** `waiting` counts seconds. */
export type Sending = {
  state: 'idle' | 'sending' | 'away' | 'signIn' | 'closed' | 'done'
  waiting: number
}

export type ChunkSender = {
  wake: () => void
  /** The network or session may be back: retry at once. */
  hurry: () => void
  settled: () => Promise<void>
}

type SenderParts = {
  recordingId: string
  journal: Journal
  server: RecordingServer
  tell: (sending: Sending) => void
  later: (milliseconds: number, then: () => void) => () => void
}

const firstWait = 1000
const longestWait = 15_000

/** Sends in order, one chunk at a time until confirmed, then the last number. Safe to repeat. */
export function createChunkSender({ recordingId, journal, server, tell, later }: SenderParts): ChunkSender {
  let running: Promise<void> | null = null
  let wasWoken = false
  let nextNumber = 0
  // A function, since it changes during an await.
  const isWoken = () => wasWoken
  let skipPause = () => {}
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const callOff = later(milliseconds, resolve)
      skipPause = () => {
        callOff()
        resolve()
      }
    })

  const step = async (entry: JournalEntry): Promise<Sent['is'] | 'done' | 'idle'> => {
    if (!entry.isBegun) {
      const begun = await server.begin(entry)
      if (begun.is === 'stored') await journal.change(recordingId, { isBegun: true })
      return begun.is
    }
    const chunk = await journal.first(recordingId)
    if (!chunk) return entry.isStopped ? finish(entry) : 'idle'
    const sent = await server.send(recordingId, chunk)
    if (sent.is === 'stored') nextNumber = sent.nextNumber
    // The server keeps its own sound for this number; this one can never be sent.
    if (sent.is === 'stored' || sent.is === 'conflict') await journal.confirm(recordingId, chunk.number)
    return sent.is === 'conflict' ? 'stored' : sent.is
  }

  const finish = async ({ chunks }: JournalEntry): Promise<Sent['is'] | 'done'> => {
    const stopped = await server.stop(recordingId, chunks - 1)
    // Missing on both sides: the server need not wait for it.
    const hasHole = stopped.is === 'stored' && nextNumber > 0 && nextNumber < chunks
    const told = hasHole ? await server.stop(recordingId, null) : stopped
    if (told.is === 'away' || told.is === 'signIn') return told.is
    await journal.forget(recordingId)
    return 'done'
  }

  const run = async () => {
    let wait = firstWait
    for (;;) {
      wasWoken = false
      const entry = await journal.find(recordingId)
      if (!entry) return
      const is = await step(entry)
      const waiting = await journal.waiting(recordingId)
      if (is === 'done' || is === 'closed') return tell({ state: is, waiting })
      if (is === 'idle') {
        tell({ state: 'idle', waiting })
        if (!isWoken()) return
      } else if (is === 'stored') {
        wait = firstWait
        tell({ state: 'sending', waiting })
      } else {
        tell({ state: is === 'signIn' ? 'signIn' : 'away', waiting })
        await pause(wait)
        wait = Math.min(wait * 2, longestWait)
      }
    }
  }

  const wake = () => {
    wasWoken = true
    running ??= run().finally(() => {
      running = null
      if (wasWoken) wake()
    })
  }
  return {
    wake,
    hurry: () => {
      skipPause()
      wake()
    },
    settled: async () => {
      while (running) await running
    },
  }
}
