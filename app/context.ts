import type { Logger } from 'pino'
import type { NoticeChannel } from '../db/closed-lists.ts'
import type { Transactions } from '../db/connect.ts'
import type { BankIdTrust } from './oidc/bankid-trust.ts'
import type { IdentityProviders } from './oidc/identity-provider.ts'
import type { IngestTokens } from './oidc/ingest-tokens.ts'
import type { BrowserScripts } from './browser/browser-scripts.ts'
import type { RecordingWatch } from './dictation/recording/recording-watch.ts'
import type { DataKeys } from './person/data-keys.ts'
import type { Instrument } from './survey/instrument.ts'
import type { Device, Visitor } from './visitor/visitor.ts'

/**
 * What a request carries besides itself: Remix hands it to every loader and action as `context`.
 * Everything here is made once by the server, but for the visitor, whom the guard fills in.
 */
export type RequestContext = {
  requestId: string
  /** The clock. Demo and tests move it; session and token lifetimes do not follow. */
  now: () => Date
  /** The machine's clock, by which seals and time stamps are judged. */
  machineNow: () => Date
  /** Public address of the portal, from ORIGIN: never from a request header. */
  origin: string
  database: Transactions
  identityProviders: IdentityProviders
  recordingWatch: RecordingWatch
  /** Addresses of the scripts that pages may ask for. */
  scripts: BrowserScripts
  dataKeys: DataKeys
  /** What signatures are judged by; null where nothing can be signed. */
  bankId: BankIdTrust | null
  /** Roots in PEM that a judge of sealed packages believes, and our name at BankID; null where none can be checked. */
  packageTrust: Record<'seal' | 'timeStamp' | 'bankId' | 'serviceName', string> | null
  /** Every form of the survey that may have been asked, and whether one may be asked whose wording is not checked. */
  surveys: { instruments: readonly Instrument[]; allowUnverified: boolean }
  /** Whether a scanner must have looked at a file before anybody may open it. */
  scansFiles: boolean
  /** By which ways people can be told of what is new, and what their devices ask a push service with. */
  notices: { channels: readonly NoticeChannel[]; pushKey: string | null }
  /** Checks who a system is; null where none may send anything. */
  ingestTokens: IngestTokens | null
  log: Logger
  /** Hash of the caller's network, for rate limits only. */
  callerKey: Buffer
  /** Aborted when the visitor has gone or has the whole answer. */
  closed: AbortSignal
  device: Device
  visitor: Visitor
  /** Hands over the finished page, to be sent as it is. */
  deliver: (page: string) => void
}
