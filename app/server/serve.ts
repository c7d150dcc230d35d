import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createIdentityProviders } from '../oidc/identity-provider.ts'
import { connect } from '../../db/connect.ts'
import { createApp } from './app.ts'
import { readBrowserScripts, type BrowserScripts } from '../browser/browser-scripts.ts'
import type { PagesBuild } from './pages.ts'
import { pdfFaults } from './pdf-faults.ts'
import { publicFiles } from './public-files.ts'
import { tellIfUnscanned } from './clamd-setting.ts'
import { createLog } from './log.ts'
import { loginFault } from './login-role.ts'
import { createRecordingWatch } from '../dictation/recording/recording-watch.ts'
import type { Siblings } from './processes/siblings.ts'
import { refuseToStart } from './refuse-to-start.ts'
import { runUntilTold, type Running } from './run-until-told.ts'
import { readSettings } from './settings.ts'
import { shutdownOf } from './shutdown.ts'
import { signingFaults } from './signing-faults.ts'

export type Pages = { build: PagesBuild; files: RequestHandler; scripts: BrowserScripts }

type Options = {
  /** Turns off all demo features. Not read from the environment. */
  production: boolean
  pages: () => Promise<Pages>
  /** Null where this is the only process. */
  siblings: Siblings | null
}

export function servePortal(options: Options): Promise<void> {
  return runUntilTold(() => startPortal(options), 15_000)
}

async function startPortal({ production, pages, siblings }: Options): Promise<Running> {
  const read = readSettings(process.env, production)
  if ('faults' in read) refuseToStart('The portal', read.faults)
  const { settings } = read
  const log = createLog(settings.logLevel)
  tellIfUnscanned(settings, log)
  const database = connect(
    settings.databaseUrl,
    (error) => log.warn({ error }, 'database connection lost'),
    settings.connections,
  )
  const clockAhead = settings.clock ? settings.clock.getTime() - Date.now() : 0
  const now = () => new Date(Date.now() + clockAhead)
  const identityProviders = createIdentityProviders(settings, log)
  // What is asked of other programs is waited for while the pages are read.
  const [login, unable, other, built] = await Promise.all([
    production ? loginFault(settings.databaseUrl) : null,
    settings.bankId ? signingFaults(identityProviders) : [],
    pdfFaults(),
    pages(),
  ])
  const faults = [...(login ? [{ name: 'DATABASE_URL', fault: login }] : []), ...unable, ...other]
  if (faults.length > 0) refuseToStart('The portal', faults)
  const recordingWatch = createRecordingWatch(settings.databaseUrl, (error) =>
    log.warn({ error }, 'listening connection lost'),
  )
  const parts = { settings, database, identityProviders, recordingWatch, siblings, log, now }
  const app = createApp({ ...parts, ...built })
  const server = createServer(app)
  server.listen(settings.port, '127.0.0.1', () => {
    log.info({ port: settings.port }, 'listening')
    process.send?.('listening')
  })
  server.on('error', (error) =>
    refuseToStart('The portal', [{ name: 'PORT', fault: `${settings.port}: ${error.message}` }]),
  )
  // Longer than a proxy keeps idle connections, so it never meets a closed one.
  server.keepAliveTimeout = 65_000
  // The longest upload. Each address has its own limit (body-rules.ts).
  server.requestTimeout = 3_600_000
  server.headersTimeout = 30_000
  const running = shutdownOf({
    server,
    siblings,
    endStreams: recordingWatch.close,
    release: database.close,
  })
  return {
    ...running,
    end: () => {
      log.info('leaving')
      return running.end()
    },
  }
}

export async function builtPages(): Promise<Pages> {
  const folder = new URL('../../build/', import.meta.url)
  const build = (await import(new URL('server/index.js', folder).href)) as ServerBuild
  const files = publicFiles(fileURLToPath(new URL('client', folder)))
  return { build, files, scripts: await readBrowserScripts(folder) }
}
