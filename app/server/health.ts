import { Router, type Request } from 'express'
import type { Database } from '../../db/connect.ts'
import type { Metrics } from './metrics.ts'

export function health(database: Database, metrics: Metrics): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.type('text/plain').send('ok'))
  router.get('/readyz', (_req, res, next) => {
    database.answers().then((ready) => {
      res
        .status(ready ? 200 : 503)
        .type('text/plain')
        .send(ready ? 'ready' : 'the database does not answer')
    }, next)
  })
  router.get('/metrics', (req, res, next) => {
    if (!isThisMachine(req)) return next()
    const { registry } = metrics
    registry.metrics().then((text) => res.type(registry.contentType).send(text), next)
  })
  return router
}

// A proxy on this machine is on loopback too, but adds this header.
function isThisMachine(req: Request): boolean {
  const address = req.socket.remoteAddress ?? ''
  return /^(::1|(::ffff:)?127\.)/.test(address) && !req.headers['x-forwarded-for']
}
