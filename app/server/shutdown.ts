import type { Server } from 'node:http'

const PATIENCE_MS = 10_000

type Leaving = {
  server: Server
  /** Needed first, because the server waits for every answer. */
  endStreams: () => Promise<void>
  release: () => Promise<void>
}

export async function shutDown({ server, endStreams, release }: Leaving): Promise<void> {
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  const closed = new Promise((resolve) => server.close(resolve))
  await endStreams().finally(() => server.closeIdleConnections())
  await closed
  await release()
}
