import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'

const patience = 10_000

/** On a signal: takes no new requests, lets the running ones end for at most ten seconds, then leaves. */
export function shutdownOn(
  signals: readonly NodeJS.Signals[],
  server: Server,
  database: Database,
  log: Logger,
): void {
  let leaving = false
  const leave = (signal: NodeJS.Signals) => {
    if (leaving) return
    leaving = true
    log.info({ signal }, 'leaving')
    setTimeout(() => server.closeAllConnections(), patience).unref()
    server.close(() => void database.close().finally(() => process.exit(0)))
    server.closeIdleConnections()
  }
  for (const signal of signals) process.on(signal, leave)
  // Started by the demo: its end, however sudden, is ours.
  if (process.connected) process.on('disconnect', () => leave('SIGTERM'))
}
