import type { Server } from 'node:http'

const PATIENCE_MS = 10_000

type Leaving = {
  server: Server
  /** Ends the answers that go on for as long as a page is open: the server waits for every answer. */
  endStreams: () => Promise<void>
  /** Lets go of the rest, when the last answer has gone. */
  release: () => Promise<void>
}

/** Takes no new requests, lets the running ones end for at most ten seconds, then lets go of the rest. */
export async function shutDown({ server, endStreams, release }: Leaving): Promise<void> {
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  await endStreams().finally(() => server.closeIdleConnections())
  await closed
  await release()
}
