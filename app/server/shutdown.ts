import type { Server } from 'node:http'
import type { Logger } from 'pino'

const patience = 10_000

type Leaving = {
  server: Server
  log: Logger
  /** Ends the answers that go on for as long as a page is open: the server waits for every answer. */
  endStreams: () => Promise<void>
  /** Lets go of the rest, when the last answer has gone. */
  release: () => Promise<void>
}

/** On a signal: takes no new requests, lets the running ones end for at most ten seconds, then leaves. */
export function shutdownOn(signals: readonly NodeJS.Signals[], parts: Leaving): void {
  const { server, log, endStreams, release } = parts
  let leaving = false
  const leave = (signal: NodeJS.Signals) => {
    if (leaving) return
    leaving = true
    log.info({ signal }, 'leaving')
    setTimeout(() => server.closeAllConnections(), patience).unref()
    server.close(() => void release().finally(() => process.exit(0)))
    void endStreams().finally(() => server.closeIdleConnections())
  }
  for (const signal of signals) process.on(signal, leave)
  // Started by the demo: its end, however sudden, is ours.
  if (process.connected) process.on('disconnect', () => leave('SIGTERM'))
}
