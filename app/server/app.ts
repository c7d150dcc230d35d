import compression from 'compression'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { constants } from 'node:zlib'
import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import type { IdentityProviders } from '../access/identity-provider.ts'
import { gatekeeper } from './gatekeeper.ts'
import { health } from './health.ts'
import { createMetrics } from './metrics.ts'
import { pages, type PagesBuild } from './pages.ts'
import { requestLog } from './request-log.ts'
import type { RequestContext } from './request-context.ts'
import { contentPolicy, policyText, securityHeaders } from './security-headers.ts'
import type { Settings } from './settings.ts'
import { wholePages } from './whole-page.ts'
import { callerKeyOf, deviceOf, visitorOf } from './visitor.ts'
import { quickExitAddress } from '../access/quick-exit-address.ts'

export type AppParts = {
  settings: Settings
  database: Database
  identityProviders: IdentityProviders
  log: Logger
  now: () => Date
  build: PagesBuild
  /** Serves files: the built ones, or Vite's. */
  files: RequestHandler
}

/** The whole portal as one Express app: headers, limits, files, then the pages. */
export function createApp(parts: AppParts): Express {
  const { settings, database, log, build, files } = parts
  const { origin } = settings
  const metrics = createMetrics(database)
  const app = express()
  app.disable('x-powered-by')
  // X-Forwarded-* counts only from a proxy on this machine.
  app.set('trust proxy', 'loopback')
  app.use(requestLog(log, metrics))
  app.use(headersOf(settings))
  app.use(health(database, metrics))
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }))
  // Only these are files: no page's address is looked for on the disk.
  app.get(
    /^\/(assets\/[^/]+\.css$|fonts\/)|^\/[\w-]+\.(js|svg|png|ico|txt)$|^\/(@|node_modules|app\/)/,
    files,
  )
  app.use(wholePages())
  app.use(gatekeeper({ origin, metrics, now: parts.now, build }))
  const mode = settings.production ? 'production' : 'development'
  app.use(pages(build, mode, contextOf(parts)))
  return app
}

function headersOf({ origin, person, staff }: Settings): RequestHandler {
  const targets = [person.issuer, staff.issuer, quickExitAddress].map((address) => new URL(address).origin)
  const fixed = {
    ...securityHeaders(origin),
    'Content-Security-Policy': policyText(contentPolicy([...new Set(targets)])),
    // Pages are personal; files that are not say so themselves.
    'Cache-Control': 'no-store',
  }
  return (_req, res, next) => {
    res.set(fixed)
    next()
  }
}

function contextOf({ settings, database, identityProviders, log, now }: AppParts) {
  return (req: Request, res: Response): RequestContext => ({
    requestId: String(res.locals['requestId']),
    now,
    origin: settings.origin,
    database,
    identityProviders,
    dataKeys: settings.dataKeys,
    log,
    // Worked out when a limit asks for it, which a page never does.
    get callerKey() {
      return callerKeyOf(req.ip, settings.dataKeys)
    },
    device: deviceOf(req.headers['user-agent']),
    visitor: visitorOf(req, settings.origin),
    deliver: (page) => void (res.locals['page'] = page),
  })
}
