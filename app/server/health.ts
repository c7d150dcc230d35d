import { createHash, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { Registry } from 'prom-client'
import type { Database } from '../../db/connect.ts'
import type { Load } from './load.ts'

type Parts = {
  database: Database
  load: Load
  metricsText: () => Promise<string>
  metricsToken: string | null
}

/** Answers however much else there is to do. */
export function health({ database, load, metricsText, metricsToken }: Parts): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.type('text/plain').send('ok'))
  router.get('/readyz', (_req, res, next) => {
    database.answers().then((answers) => {
      const fault = answers
        ? load.isRefusing()
          ? 'pages are refused'
          : null
        : 'the database does not answer'
      res
        .status(fault ? 503 : 200)
        .type('text/plain')
        .send(fault ?? 'ready')
    }, next)
  })
  // Without a token it is not there: no header of a proxy can open it.
  router.get('/metrics', (req, res, next) => {
    if (!metricsToken || !isSame(req.headers.authorization ?? '', `Bearer ${metricsToken}`)) return next()
    metricsText().then((text) => res.type(Registry.PROMETHEUS_CONTENT_TYPE).send(text), next)
  })
  return router
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}
