import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'

// The data-free Remix page as it is usually served: Express, compression, Remix's own request handler. Without types,
// since a start would wait until they are taken out, and the built portal's does not.
const file = new URL('../../.cache/bench/data-free-remix/server/index.js', import.meta.url)

const app = express()
app.disable('x-powered-by')
app.use(compression())
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- a program without types cannot say what was built
const handle = createRequestHandler({ build: await import(file.href) })
app.all('*', (req, res, next) => void handle(req, res, next))

// As listen.ts does.
const server = createServer(app)
server.keepAliveTimeout = 65_000
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'))
for (const end of ['disconnect', 'SIGTERM', 'SIGINT']) process.once(end, () => process.exit())
