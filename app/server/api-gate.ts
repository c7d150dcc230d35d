import type { NextFunction, Request, Response } from 'express'
import { problem, problemBody, problems, type ProblemName } from '../ingest/problems.ts'
import { bodyRuleOf } from './body-rules.ts'
import { endWhenSlow } from './end-when-slow.ts'

export const isApi = (path: string) => /^\/api\/v1(\/|$)/i.test(path)

/** Cookies do not count here, so another site cannot act as the user. */
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
  // Without a length, the body is counted as it is read.
  return Number(req.headers['content-length'] ?? 0) > largest ? 'tooLarge' : null
}
