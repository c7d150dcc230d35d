import type { Request, RequestHandler, Response } from 'express'
import type { ServerProblem } from '../page/problem-page.tsx'
import type { VisitorValue } from '../visitor/visitor-context.tsx'
import { apiGate, isApi } from './api-gate.ts'
import { bodyRuleOf, isStream } from './body-rules.ts'
import { endWhenSlow } from './end-when-slow.ts'
import type { Metrics } from './metrics.ts'
import type { PagesBuild } from './pages.ts'
import { visitorOf } from './visitor.ts'

type Gate = {
  origin: string
  metrics: Metrics
  now: () => Date
  build: PagesBuild
}

type ProblemRenderer = (problem: ServerProblem, visitor: VisitorValue, now: Date) => string

const mostAtOnce = 300
const mostStreams = 2000

/** Checks method, host, origin (ASVS 3.5.1), body size and load before any page runs. */
export function gatekeeper(gate: Gate): RequestHandler {
  const host = new URL(gate.origin).host
  const inside = { request: 0, stream: 0 }
  return (req, res, next) => {
    const kind = isStream(req.path) ? 'stream' : 'request'
    const refuse = (status: number, problem: ServerProblem, headers = {}) =>
      void answer(gate, req, res.status(status).set(headers), problem).catch(next)
    if (inside[kind] >= (kind === 'stream' ? mostStreams : mostAtOnce)) {
      gate.metrics.shed.inc()
      return refuse(503, { problem: 'unavailable' }, { 'Retry-After': '10' })
    }
    inside[kind] += 1
    res.once('close', () => void (inside[kind] -= 1))
    if (isApi(req.path)) return apiGate(host, req, res, next)
    const rule = bodyRuleOf(req.path)
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    if (!isReading && req.method !== rule.method)
      return refuse(405, { problem: 'method' }, { Allow: `GET, HEAD, ${rule.method}` })
    if (req.headers.host !== host) return toOwnAddress(gate.origin, req, res)
    // Remix would trust it. Our address comes only from ORIGIN.
    delete req.headers['x-forwarded-host']
    if (req.path.endsWith('.data')) return void res.status(404).end()
    if (isReading) return next()
    if (!(Number(req.headers['content-length']) <= rule.largestBody))
      return refuse(413, { problem: 'tooLarge' })
    endWhenSlow(req, res, rule.seconds)
    if (isOwnPost(req, gate.origin)) return next()
    if (!isForm(req)) return refuse(403, { problem: 'otherOrigin', kept: [] }, { Connection: 'close' })
    void readTexts(req).then((kept) => refuse(403, { problem: 'otherOrigin', kept }), next)
  }
}

function isForm(req: Request): boolean {
  return req.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
}

function isOwnPost(req: Request, origin: string): boolean {
  const from = req.headers.origin
  return from === undefined ? req.headers['sec-fetch-site'] === 'same-origin' : from === origin
}

function toOwnAddress(origin: string, req: Request, res: Response): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') return void res.status(421).end()
  res.redirect(307, new URL(req.originalUrl.replace(/^\/+/, '/'), origin).href)
}

async function answer(gate: Gate, req: Request, res: Response, problem: ServerProblem): Promise<void> {
  const build = typeof gate.build === 'function' ? await gate.build() : gate.build
  const { renderProblem } = build.entry.module as unknown as { renderProblem: ProblemRenderer }
  const visitor = {
    ...visitorOf(req, gate.origin),
    requestId: String(res.locals['requestId']),
    path: req.path,
  }
  res.type('html').send(renderProblem(problem, visitor, gate.now()))
}

async function readTexts(req: Request): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).getAll('text').slice(0, 5)
}
