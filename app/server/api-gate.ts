import type { NextFunction, Request, Response } from 'express'
import { problem, problemBody, problems, type ProblemName } from '../ingest/problems.ts'
import { bodyRuleOf } from './body-rules.ts'
import { endWhenSlow } from './end-when-slow.ts'

export const isApi = (path: string) => /^\/api\/v1(\/|$)/i.test(path)

/** Guards the API, and answers as the API does. Cookies do not count there, so another site cannot act for somebody. */
export function apiGate(host: string, req: Request, res: Response, next: NextFunction): void {
  const rule = bodyRuleOf(req.path)
  const fault = faultOf(req, host, rule.largestBody)
  if (fault === null) {
    delete req.headers['x-forwarded-host']
    endWhenSlow(req, res, rule.seconds)
    return next()
  }
  const body = problemBody(problem(fault), String(res.locals['requestId']))
  res.status(problems[fault].status).type('application/problem+json').send(JSON.stringify(body))
}

function faultOf(req: Request, host: string, largest: number): ProblemName | null {
  if (req.headers.host !== host) return 'misdirected'
  if (!['GET', 'HEAD', 'POST'].includes(req.method)) return 'methodNotAllowed'
  // A body without a length is counted while it is read.
  return Number(req.headers['content-length'] ?? 0) > largest ? 'tooLarge' : null
}
