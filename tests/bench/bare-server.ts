import { createServer } from 'node:http'
import { listen } from './listen.ts'
import type { ReadyMade } from './ready-made.ts'

// What the portal answered, ready-made: the least that a server can do for the same bytes.
process.once('message', (files: ReadyMade) => {
  const server = createServer((incoming, outgoing) => {
    const file = files[incoming.url ?? '']
    if (!file) return void outgoing.writeHead(404).end()
    const accepts = incoming.headers['accept-encoding'] ?? ''
    const { headers, body } = accepts.includes('br') ? file.brotli : file.plain
    outgoing.writeHead(200, headers).end(body)
  })
  listen(server)
})
