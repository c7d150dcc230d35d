import type { Server } from 'node:http'

const PATIENCE_MS = 10_000

type Leaving = {
  server: Server
  /** Ends the open streams, since the server waits for every answer. */
  endStreams: () => Promise<void>
  /** Releases the rest, after the last answer. */
  release: () => Promise<void>
}

/** Takes no new requests and lets running ones end for at most ten seconds. */
export async function shutDown({ server, endStreams, release }: Leaving): Promise<void> {
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  await endStreams().finally(() => server.closeIdleConnections())
  await closed
  await release()
}
