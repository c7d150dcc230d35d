import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

type How = {
  /** How long a connection without a request may still bring one. */
  idleMs: number
  /** How long an answer may take before it is cut off. */
  patienceMs: number
}

export type Departure = {
  /** Takes no more connections. Fulfilled when the last one is gone. Can be called again, to leave faster. */
  leave: (how: How) => Promise<void>
}

/**
 * Follows a server's connections, so that it can leave without cutting off an answer. Node's own way keeps connections
 * that have never asked anything, and those it closes as idle may still have an answer to send (server.close calls
 * closeIdleConnections, which asks only whether the answer was handed over to the socket).
 */
export function departureOf(server: Server): Departure {
  const sockets = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  const state = { isLeaving: false, closesIdle: false }
  const closeIdle = () => {
    if (!state.closesIdle) return
    const busy = new Set([...answers].map(({ req }) => req.socket))
    for (const socket of sockets) if (!busy.has(socket)) socket.destroySoon()
  }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  // Before the pages, which may answer at once.
  server.prependListener('request', (_req, res: ServerResponse) => {
    if (state.isLeaving) res.setHeader('Connection', 'close')
    answers.add(res)
    res.once('close', () => {
      answers.delete(res)
      closeIdle()
    })
  })
  let closed: Promise<void> | undefined
  return {
    leave: async ({ idleMs, patienceMs }) => {
      state.isLeaving = true
      for (const answer of answers) if (!answer.headersSent) answer.setHeader('Connection', 'close')
      closed ??= new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()))
      const startClosing = () => {
        state.closesIdle = true
        closeIdle()
      }
      const timers = [setTimeout(() => server.closeAllConnections(), patienceMs)]
      if (idleMs > 0) timers.push(setTimeout(startClosing, idleMs))
      else startClosing()
      await closed
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
