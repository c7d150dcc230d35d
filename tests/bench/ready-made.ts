import type { OutgoingHttpHeaders } from 'node:http'
import { freePort } from '../../db/local/free-port.ts'
import { rawGet } from './raw-get.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** Path → what was answered there, as it goes over the wire. */
export type ReadyMade = Record<string, { plain: ReadyAnswer; brotli: ReadyAnswer }>
type ReadyAnswer = { headers: OutgoingHttpHeaders; body: Buffer }

/** Asks a server for these paths, in plain and as a browser asks, and keeps its answers. */
export async function takeReadyMade(
  address: string,
  paths: readonly string[],
  cookie: string,
): Promise<ReadyMade> {
  const taken: ReadyMade = {}
  for (const path of paths) {
    taken[path] = {
      plain: await answerOf(address + path, { cookie }),
      brotli: await answerOf(address + path, { cookie, 'accept-encoding': 'gzip, br' }),
    }
  }
  return taken
}

/** Starts a bare node:http server that answers the same, to whoever asks. */
export async function startBareServer(
  name: string,
  files: ReadyMade,
): Promise<ServerProcess & { address: string }> {
  const port = await freePort()
  const server = await startServer({
    name,
    path: 'tests/bench/bare-server.ts',
    env: { PORT: String(port) },
    message: files,
  })
  return { ...server, address: `http://localhost:${port}` }
}

async function answerOf(url: string, asked: Record<string, string>): Promise<ReadyAnswer> {
  const { status, headers, body } = await rawGet(url, asked)
  if (status !== 200) throw new Error(`${new URL(url).pathname} answers ${status}`)
  const { connection, date, 'keep-alive': keepAlive, 'transfer-encoding': transfer, ...kept } = headers
  void [connection, date, keepAlive, transfer]
  return { headers: { ...kept, 'content-length': body.length }, body }
}
