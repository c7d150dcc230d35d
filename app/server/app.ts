import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import type { RequestListener } from 'node:http'
import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import type { IdentityProviders } from '../oidc/identity-provider.ts'
import { apiAt, identificationAt } from '../addresses.ts'
import { createIngestTokens } from '../oidc/ingest-tokens.ts'
import type { BrowserScripts } from '../browser/browser-scripts.ts'
import { gatekeeper } from './gatekeeper.ts'
import { health } from './health.ts'
import { knownSessions } from './known-sessions.ts'
import { createLoad } from './load.ts'
import { createMetrics, metricsText } from './metrics.ts'
import { networkOf } from './network.ts'
import { pages, type PagesBuild } from './pages.ts'
import type { Siblings } from './processes/siblings.ts'
import type { RecordingWatch } from '../dictation/recording/recording-watch.ts'
import { readableAddress } from './readable-address.ts'
import { refusePrefetch } from './refuse-prefetch.ts'
import { requestLog } from './request-log.ts'
import { refuseWithoutTarget, withRequestTarget } from './request-target.ts'
import type { RequestContext } from '../context.ts'
import { contentPolicy, policyText, securityHeaders, staffHeaders } from './security-headers.ts'
import type { Settings } from './settings.ts'
import { callerKeyOf, deviceOf, visitorOf } from './visitor.ts'
import { quickExitAddress } from '../access/quick-exit-address.ts'

export type AppParts = {
  settings: Settings
  database: Database
  identityProviders: IdentityProviders
  recordingWatch: RecordingWatch
  siblings: Siblings | null
  log: Logger
  now: () => Date
  build: PagesBuild
  scripts: BrowserScripts
  files: RequestHandler
}

export function createApp(parts: AppParts): RequestListener {
  const { settings, database, log, build, files } = parts
  const { origin } = settings
  const metrics = createMetrics(database)
  const load = createLoad(settings.processes)
  const app = express()
  app.disable('x-powered-by')
  // Trust X-Forwarded-* only from a proxy on this machine.
  app.set('trust proxy', 'loopback')
  app.use(readableAddress())
  app.use(requestLog(log, metrics))
  app.use(headersOf(settings))
  app.use(refuseWithoutTarget())
  const { metricsToken } = settings
  app.use(health({ database, metricsText: metricsText(metrics, parts.siblings), load, metricsToken }))
  app.get(
    /^\/(assets\/[^/]+\.css$|islands\/[^/]+\.js$|fonts\/)|^\/[\w-]+\.(js|svg|png|ico|txt)$|^\/(@|node_modules|app\/)/,
    files,
  )
  app.use(refusePrefetch())
  // The broker's answer can be taken once, and a HEAD could not give it back.
  app.head(identificationAt.callback, (_req, res) => void res.status(405).set('Allow', 'GET').end())
  const sessions = knownSessions({ database, origin, dataKeys: settings.dataKeys, now: parts.now })
  app.use(gatekeeper({ origin, metrics, load, sessions, now: parts.now, build }))
  const mode = settings.production ? 'production' : 'development'
  app.use(pages(build, { mode, origin, contextOf: contextOf(parts) }))
  app.use(unexpected(log))
  return withRequestTarget(app)
}

/** What no page answers for: told in the log, and to the asker without a word of ours. */
function unexpected(log: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    log.error({ requestId: String(res.locals['requestId']), error }, 'request failed')
    if (res.headersSent) return next(error)
    res.status(500).end()
  }
}

function headersOf({ origin, person, staff }: Settings): RequestHandler {
  const targets = [person.issuer, staff.issuer, quickExitAddress].map((address) => new URL(address).origin)
  const fixed = {
    ...securityHeaders(origin),
    'Content-Security-Policy': policyText(contentPolicy([...new Set(targets)])),
    'Cache-Control': 'no-store',
  }
  return (req, res, next) => {
    res.set(fixed)
    if (/^\/handlaggare(\/|$)/i.test(req.path)) res.set(staffHeaders)
    next()
  }
}

function contextOf(parts: AppParts) {
  const { settings, database, identityProviders, recordingWatch, scripts, log, now } = parts
  const { ingestIssuer, origin } = settings
  const ingestTokens = ingestIssuer
    ? createIngestTokens({ issuer: ingestIssuer, audience: `${origin}${apiAt.root}` })
    : null
  return (req: Request, res: Response, deliver: (page: string) => void): RequestContext => ({
    requestId: String(res.locals['requestId']),
    now,
    machineNow: () => new Date(),
    origin: settings.origin,
    // RFC 9110 9.3.2: the answer to a GET without its text. Nobody has read it, so nothing of it may stay.
    database: req.method === 'HEAD' ? database.undone : database,
    identityProviders,
    recordingWatch,
    scripts,
    dataKeys: settings.dataKeys,
    bankId: settings.bankId,
    packageTrust: settings.packageTrust,
    surveys: settings.surveys,
    scansFiles: settings.scansFiles,
    notices: settings.notices,
    ingestTokens,
    log,
    get callerKey() {
      return callerKeyOf(networkOf(req.ip), settings.dataKeys)
    },
    // The signal of Remix's own request is lost when it is copied (nodejs/node#55428).
    get closed() {
      return closingOf(res)
    },
    device: deviceOf(req.headers['user-agent']),
    visitor: visitorOf(req, settings.origin),
    deliver,
  })
}

function closingOf(res: Response): AbortSignal {
  const gone = new AbortController()
  if (res.closed) gone.abort()
  else res.once('close', () => gone.abort())
  return gone.signal
}
