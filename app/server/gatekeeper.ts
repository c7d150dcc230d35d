import type { Request, RequestHandler, Response } from 'express'
import { isSameMark } from '../access/holder-mark.ts'
import { staffAt } from '../addresses.ts'
import type { ServerProblem } from '../page/problem-page.tsx'
import { holderField } from '../ui/form/holder.ts'
import type { VisitorValue } from '../visitor/visitor-context.tsx'
import { apiGate, isApi } from './api-gate.ts'
import { bodyRuleOf, isChecking, isLeaving, isStream } from './body-rules.ts'
import { endUnread } from './end-when-slow.ts'
import type { KnownSession, KnownSessions } from './known-sessions.ts'
import type { Load } from './load.ts'
import type { Metrics } from './metrics.ts'
import { networkOf } from './network.ts'
import type { PagesBuild } from './pages.ts'
import { isOwnHost, ownAddress, setOwnHost } from './request-target.ts'
import { sendPage } from './send-page.ts'
import { takePlace, takePlaceForBody, type NoPlace } from './take-place.ts'
import { visitorOf } from './visitor.ts'

type Gate = {
  origin: string
  metrics: Metrics
  load: Load
  sessions: KnownSessions
  now: () => Date
  build: PagesBuild
}

type Refusal = { status: number; problem: ServerProblem; headers?: Record<string, string> }
/** Null: it may go on. `answered`: there is nothing more to say. */
type Admission = Refusal | 'answered' | null

/** Checks method, host, origin (ASVS 3.5.1), session, body and load before any page runs. */
export function gatekeeper(gate: Gate): RequestHandler {
  return (req, res, next) => {
    admit(gate, req, res)
      .then(async (admission) => {
        if (admission === null) return next()
        // Whoever is refused with a body still to come sees the answer, and does not stay.
        if (admission !== 'answered') await answer(gate, { req, res, ...admission })
        endUnread(req, 30)
      })
      // Whoever has gone, or was cut off, needs no answer.
      .catch((error: unknown) => void (res.closed || req.readableAborted || next(error)))
  }
}

async function admit(gate: Gate, req: Request, res: Response): Promise<Admission> {
  const network = networkOf(req.ip)
  if (isApi(req.path)) return apiGate(gate, { req, res, network }) ? null : 'answered'
  const rule = bodyRuleOf(req.path)
  const isReading = req.method === 'GET' || req.method === 'HEAD'
  if (!isReading && req.method !== rule.method)
    return { status: 405, problem: { problem: 'method' }, headers: { Allow: `GET, HEAD, ${rule.method}` } }
  if (!isOwnHost(req.headers.host, gate.origin)) {
    if (isReading) res.redirect(307, ownAddress(req.originalUrl, gate.origin))
    else res.status(421).end()
    return 'answered'
  }
  setOwnHost(req, gate.origin)
  if (req.path.endsWith('.data')) {
    res.status(404).end()
    return 'answered'
  }
  if (isReading) return admitReading(gate, { req, res, network })
  if (!(Number(req.headers['content-length']) <= rule.largestBody))
    return { status: 413, problem: { problem: rule.isFile ? 'fileTooLarge' : 'tooLarge' } }
  return admitBody(gate, { req, res, network })
}

type Asked = { req: Request; res: Response; network: string }

async function admitReading(
  { load, metrics, sessions }: Gate,
  { req, res, network }: Asked,
): Promise<Admission> {
  const session = isStream(req.path) ? await sessions.of(req, 'staff').catch(() => null) : null
  const none = session ? takePlace(load.streams, session.caller, res) : takePlace(load.working, network, res)
  return none && refusalFor(none, { load, metrics })
}

async function admitBody(gate: Gate, { req, res, network }: Asked): Promise<Admission> {
  const { load, sessions, origin } = gate
  const { session: kind, seconds, isFile, isWritten } = bodyRuleOf(req.path)
  const isOwn = isOwnPost(req, origin)
  if (!isOwn && (isFile || !isForm(req)))
    return { status: 403, problem: { problem: 'otherOrigin', kept: [] }, headers: { Connection: 'close' } }
  let session: KnownSession | null = null
  try {
    session = kind && (await sessions.of(req, kind))
  } catch {
    // The database is away. A form is read all the same: its page gives the words back.
    if (!isForm(req))
      return { status: 503, problem: { problem: 'unavailable' }, headers: { 'Retry-After': '10' } }
  }
  if (kind && !session && !isForm(req) && !isWritten) return letSignIn(req, res)
  const none = takePlaceForBody(
    load,
    isLeaving(req.path)
      ? { places: load.leaving, caller: network, canBeTurnedOut: true, seconds }
      : isChecking(req.path)
        ? { places: load.checking, caller: network, canBeTurnedOut: true, isHeld: true, seconds }
        : session
          ? { places: load.arrivingKnown, caller: session.caller, canBeTurnedOut: false, seconds }
          : { places: load.arrivingUnknown, caller: network, canBeTurnedOut: true, seconds },
    { req, res, network },
  )
  if (none) return refusalFor(none, gate)
  if (isOwn) return null
  return { status: 403, problem: { problem: 'otherOrigin', kept: await textsFor(req, session) } }
}

function refusalFor(none: NoPlace, { load, metrics }: Pick<Gate, 'load' | 'metrics'>): Refusal {
  metrics.shed.inc()
  const headers = { 'Retry-After': '10' }
  if (none === 'tooManyOfCaller') return { status: 429, problem: { problem: 'tooMany' }, headers }
  load.refused()
  return { status: 503, problem: { problem: 'unavailable' }, headers }
}

/** For what is no form that could be given back: a file, sound, or what a script saves. */
function letSignIn(req: Request, res: Response): 'answered' {
  if (req.headers['content-type']?.startsWith('multipart/form-data')) res.redirect(303, staffAt.signIn)
  else res.status(401).end()
  return 'answered'
}

function isForm(req: Request): boolean {
  return req.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
}

function isOwnPost(req: Request, origin: string): boolean {
  const from = req.headers.origin
  return from === undefined ? req.headers['sec-fetch-site'] === 'same-origin' : from === origin
}

async function answer(
  gate: Gate,
  { req, res, status, problem, headers = {} }: Refusal & { req: Request; res: Response },
): Promise<void> {
  const build = typeof gate.build === 'function' ? await gate.build() : gate.build
  const { renderProblem } = build.entry.module as unknown as {
    renderProblem: (problem: ServerProblem, visitor: VisitorValue, now: Date) => string
  }
  const visitor = {
    ...visitorOf(req, gate.origin),
    requestId: String(res.locals['requestId']),
    path: req.path,
    outcome: null,
  }
  res.status(status).set(headers).type('html')
  sendPage(req, res, renderProblem(problem, visitor, gate.now()))
}

/** What was typed, unless somebody else than its writer is signed in here. */
async function textsFor(req: Request, session: KnownSession | null): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
  if (session && !isSameMark(form.get(holderField) ?? '', session.holder)) return []
  return form.getAll('text').slice(0, 5)
}
