import { createServer, type IncomingMessage } from 'node:http'
import { createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from '@remix-run/node'
import { listen } from './listen.ts'

// The data-free Remix page straight on node:http: nothing between the framework and the socket.
const file = new URL('../../.cache/bench/data-free-remix/server/index.js', import.meta.url)
const handle = createRequestHandler((await import(file.href)) as ServerBuild, process.env['NODE_ENV'])

const server = createServer((incoming, outgoing) => {
  void handle(requestOf(incoming)).then((response) => {
    outgoing.writeHead(response.status, [...response.headers].flat())
    return response.body ? writeReadableStreamToWritable(response.body, outgoing) : void outgoing.end()
  })
})
listen(server)

function requestOf({ method = 'GET', url = '/', headers }: IncomingMessage): Request {
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), { method, headers: sent })
}
