import { hash, randomBytes } from 'node:crypto'
import type { SessionToken } from '../../db/opening.ts'

/** Over https the names carry __Host-, which binds them to this host (RFC 6265bis). */
export type CookieName =
  | 'person'
  | 'staff'
  | 'signIn'
  | 'language'
  | 'textSize'
  | 'closedOnDevice'
  | 'surveyCode'
  | 'together'
  | 'pushedTo'

const names: Record<CookieName, string> = {
  person: 'sid',
  staff: 'staff-sid',
  signIn: 'sign-in',
  language: 'language',
  textSize: 'text-size',
  closedOnDevice: 'closed-here',
  surveyCode: 'survey-code',
  together: 'together-sid',
  pushedTo: 'pushed-to',
}

export function readCookie(
  header: string | null | undefined,
  name: CookieName,
  origin: string,
): string | undefined {
  const wanted = `${fullName(name, origin)}=`
  const part = header
    ?.split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(wanted))
  return part ? decodeURIComponentOrNothing(part.slice(wanted.length)) : undefined
}

/**
 * A Set-Cookie value: httpOnly, lax, whole site. Lax lets the broker's redirect bring the sign-in cookie back.
 * @param maxAge seconds; 0 erases; undefined keeps it until the browser closes
 */
export function setCookie(name: CookieName, value: string, origin: string, maxAge?: number): string {
  const parts = [
    `${fullName(name, origin)}=${encodeURIComponent(value)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
  ]
  if (isHttps(origin)) parts.push('Secure')
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  return parts.join('; ')
}

const tokenShape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** 256 random bits; the cookie holds them, the database only their hash. */
export function newSessionToken(municipalityId: string): { cookie: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url')
  return { cookie: `${municipalityId}.${secret}`, hash: hashOf(secret) }
}

export function sessionTokenOf(cookie: string | undefined): SessionToken | null {
  const [, municipalityId, secret] = tokenShape.exec(cookie ?? '') ?? []
  return municipalityId && secret ? { municipalityId, hash: hashOf(secret) } : null
}

export function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

function fullName(name: CookieName, origin: string): string {
  return isHttps(origin) ? `__Host-${names[name]}` : names[name]
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https:')
}

function decodeURIComponentOrNothing(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
