import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { listen } from './listen.ts'

// The data-free Remix page as it is usually served: Express, compression, Remix's own request handler.
const file = new URL('../../.cache/bench/data-free-remix/server/index.js', import.meta.url)
const build = (await import(file.href)) as ServerBuild

const app = express()
app.disable('x-powered-by')
app.use(compression())
const handle = createRequestHandler({ build })
app.all('*', (req, res, next) => void handle(req, res, next))
listen(createServer(app))
