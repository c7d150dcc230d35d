import { publicAt } from '../addresses.ts'
import { largestFile } from '../dictation/recording/sound-file.ts'
import { mostUploadBytes } from '../document/upload/upload-limit.ts'
import { largestBody, largestDocument } from '../ingest/largest-body.ts'
import { largestPackage } from '../signing/verifier/package.ts'

/** `session`: whose session is asked for before a body is read; null where none is needed. */
export type BodyRule = {
  method: 'POST' | 'PUT'
  largestBody: number
  seconds: number
  session: 'person' | 'staff' | null
  /** One file in a form, in which nobody has written anything. */
  isFile?: true
  /** A file behind what somebody has written: read without a session too, so that the text can be given back. */
  isWritten?: true
}

const form = { method: 'POST', largestBody: 256 * 1024, seconds: 30 } as const

/**
 * A file is taken in up to its limit and what is beyond is dropped as it arrives, so that whoever chose a film by mistake gets
 * their page with their text, and not the end of it.
 */
const attachments = { method: 'POST', largestBody: 256 * 1024 * 1024, seconds: 900, isWritten: true } as const

const rules: readonly { address: RegExp; rule: BodyRule }[] = [
  {
    address: /^\/handlaggare\/inspelningar\/[^/]+\/delar\/[^/]+$/i,
    rule: { method: 'PUT', largestBody: 64 * 1024, seconds: 30, session: 'staff' },
  },
  {
    // The file plus the form. 400 MB take an hour on a slow line.
    address: /^\/handlaggare\/inspelningar\/[^/]+\/fil$/i,
    rule: {
      method: 'POST',
      largestBody: largestFile + 64 * 1024,
      seconds: 3600,
      session: 'staff',
      isFile: true,
    },
  },
  {
    // 100,000 characters, up to nine bytes each when a form holds Arabic or Chinese.
    address: /^\/handlaggare\/(anteckningar\/[^/]+(\/utkast)?|dokument\/[^/]+\/utkast)$/i,
    rule: { method: 'POST', largestBody: 1024 * 1024, seconds: 30, session: 'staff' },
  },
  {
    // The file and its text as a page, so much that a file of a byte too many is told of by the page.
    address: /^\/handlaggare\/arenden\/[^/]+\/ladda-upp-dokument$/i,
    rule: { method: 'POST', largestBody: mostUploadBytes + 4 * 1024 * 1024, seconds: 600, session: 'staff' },
  },
  { address: /^\/handlaggare\/fragor\/[^/]+\/bilagor$/i, rule: { ...attachments, session: 'staff' } },
  { address: /^\/handlaggare\/om-mig$/i, rule: { ...attachments, session: 'staff' } },
  { address: /^\/arenden\/[^/]+\/fragor\/bilagor$/i, rule: { ...attachments, session: 'person' } },
  { address: /^\/handlaggare(\/|$)/i, rule: { ...form, session: 'staff' } },
  {
    address: /^\/api\/v1\/recordings$/i,
    rule: { method: 'POST', largestBody: largestFile, seconds: 3600, session: null },
  },
  {
    address: /^\/api\/v1\/documents$/i,
    rule: { method: 'POST', largestBody: largestDocument, seconds: 300, session: null },
  },
  {
    address: /^\/api\/v1\//i,
    rule: { method: 'POST', largestBody, seconds: 30, session: null },
  },
  {
    // Ten minutes are enough for 40 MB on a line of 3G.
    address: /^\/kontrollera$/i,
    rule: {
      method: 'POST',
      largestBody: largestPackage + 64 * 1024,
      seconds: 600,
      session: null,
      isFile: true,
    },
  },
  // Who answers the survey is nobody: their session, if there is one, is not looked at.
  { address: /^\/enkat(\/|$)/i, rule: { ...form, session: null } },
  // A code, and buttons: whoever else is signed in in that browser is not looked at.
  {
    address: /^\/las-tillsammans(\/|$)/i,
    rule: { method: 'POST', largestBody: 16 * 1024, seconds: 30, session: null },
  },
  // Before or without a session: a few words.
  {
    address: /^\/(auth\/.*|sprak|sessionen|logga-ut|lamna)$/i,
    rule: { method: 'POST', largestBody: 16 * 1024, seconds: 10, session: null },
  },
]

export function bodyRuleOf(path: string): BodyRule {
  return rules.find(({ address }) => address.test(path))?.rule ?? { ...form, session: 'person' }
}

/** Streams stay open, so they do not count against the request limit. */
export function isStream(path: string): boolean {
  return /^\/handlaggare\/inspelningar\/[^/]+\/handelser$/i.test(path)
}

/** What anybody may send a large file to, without a session. */
export function isChecking(path: string): boolean {
  return path.toLowerCase() === publicAt.check
}

/** Leaving must always work. */
export function isLeaving(path: string): boolean {
  return [publicAt.quickExit, publicAt.signOut].some((address) => address === path.toLowerCase())
}
