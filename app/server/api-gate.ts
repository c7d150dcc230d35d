import type { Request, Response } from 'express'
import { problem, problemBody, problems, type ProblemName } from '../ingest/problems.ts'
import { bodyRuleOf } from './body-rules.ts'
import type { Load } from './load.ts'
import type { Metrics } from './metrics.ts'
import { isOwnHost, setOwnHost } from './request-target.ts'
import { takePlace, takePlaceForBody } from './take-place.ts'

export const isApi = (path: string) => /^\/api\/v1(\/|$)/i.test(path)

type Gate = { origin: string; load: Load; metrics: Metrics }
type Asked = { req: Request; res: Response; network: string }

/**
 * Cookies do not count here, so another site cannot act as the user.
 * @returns whether the request may go on; it has its answer otherwise
 */
export function apiGate(gate: Gate, { req, res, network }: Asked): boolean {
  const fault = faultOf(req, gate.origin) ?? placeFaultOf(gate, { req, res, network })
  if (fault === null) {
    setOwnHost(req, gate.origin)
    return true
  }
  if (fault === 'methodNotAllowed') res.set('Allow', 'GET, HEAD, POST')
  const body = problemBody(problem(fault), String(res.locals['requestId']))
  if (fault === 'tooMany' || fault === 'unavailable') res.set('Retry-After', '10')
  res.status(problems[fault].status).type('application/problem+json').send(JSON.stringify(body))
  return false
}

function faultOf(req: Request, origin: string): ProblemName | null {
  if (!isOwnHost(req.headers.host, origin)) return 'misdirected'
  if (!['GET', 'HEAD', 'POST'].includes(req.method)) return 'methodNotAllowed'
  // Without a length, the body is counted as it is read.
  return Number(req.headers['content-length'] ?? 0) > bodyRuleOf(req.path).largestBody ? 'tooLarge' : null
}

function placeFaultOf({ load, metrics }: Gate, { req, res, network }: Asked): ProblemName | null {
  const none =
    req.method === 'POST'
      ? takePlaceForBody(
          load,
          {
            places: load.arrivingFromSystems,
            caller: network,
            canBeTurnedOut: true,
            seconds: bodyRuleOf(req.path).seconds,
          },
          { req, res, network },
        )
      : takePlace(load.working, network, res)
  if (none === null) return null
  metrics.shed.inc()
  if (none === 'full') load.refused()
  return none === 'full' ? 'unavailable' : 'tooMany'
}
