import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import type { Language } from '../i18n/languages.ts'
import type { IdentityProviders } from '../oidc/identity-provider.ts'
import type { IngestTokens } from '../access/ingest/token.ts'
import type { BrowserScripts } from './browser-scripts.ts'
import type { RecordingWatch } from './recording-watch.ts'
import type { DataKeys } from '../person/personal-identity-number.ts'

/**
 * What a request carries besides itself: Remix hands it to every loader and action as `context`.
 * Everything here is made once by the server, but for the visitor, whom the guard fills in.
 */
export type RequestContext = {
  requestId: string
  /** The clock. Demo and tests move it; session and token lifetimes do not follow. */
  now: () => Date
  /** Public address of the portal, from ORIGIN: never from a request header. */
  origin: string
  database: Database
  identityProviders: IdentityProviders
  recordingWatch: RecordingWatch
  /** Addresses of the scripts that pages may ask for. */
  scripts: BrowserScripts
  dataKeys: DataKeys
  /** Checks who a system is; null where none may send anything. */
  ingestTokens: IngestTokens | null
  log: Logger
  /** Hash of the caller's address, for rate limits only. */
  callerKey: Buffer
  /** Aborted when the visitor has gone or has the whole answer. */
  closed: AbortSignal
  device: Device
  visitor: Visitor
  /** Hands over the finished page, to be sent as it is. */
  deliver: (page: string) => void
}

export type Device = 'phone' | 'tablet' | 'computer'
export type TextSize = 'normal' | 'large' | 'larger'

/** How the page is shown, and to whom: cookies before sign-in, the person's own settings after. */
export type Visitor = {
  language: Language
  textSize: TextSize
  signedIn: 'person' | 'staff' | null
  municipalityName: string | null
  /** Seconds until the session ends when nothing more is asked for; null when nobody is signed in. */
  secondsLeft: number | null
}
