import { randomFillSync } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** The sending system chooses external ids, so they are not logged. */
const sentNames = /^(\/api\/v1\/[a-z]+\/).+/i
/** The page of an answer is not logged either: who goes how fast through which questions is the answerer's own. */
const surveyCodes = /^(\/enkat\/).+/i

export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const requestId = newRequestId()
    const start = process.hrtime.bigint()
    res.locals['requestId'] = requestId
    res.set('X-Request-Id', requestId)
    res.on('close', () => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
      const labels = { method: req.method, status: String(res.statusCode) }
      metrics.requests.inc(labels)
      metrics.seconds.observe(milliseconds / 1000)
      if (!log.isLevelEnabled('info')) return
      // No query or ids, which could point to a person.
      const path = req.path
        .slice(0, 200)
        .replace(sentNames, '$1:id')
        .replace(surveyCodes, '$1:code')
        .replace(ids, ':id')
      log.info(
        { requestId, ...labels, path, ms: Math.round(milliseconds * 10) / 10, whole: res.writableFinished },
        'request',
      )
    })
    next()
  }
}

// Drawn for many requests at once: a call for each costs ten times as much.
const drawn = Buffer.alloc(5 * 256)
let next = drawn.length

function newRequestId(): string {
  if (next === drawn.length) {
    randomFillSync(drawn)
    next = 0
  }
  next += 5
  return drawn.toString('hex', next - 5, next)
}
