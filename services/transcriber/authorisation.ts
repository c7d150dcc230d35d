import { createHash, timingSafeEqual } from 'node:crypto'
import { type IncomingMessage } from 'node:http'

/** Without a key in the settings, anybody on this machine may ask. */
export function isAuthorised(request: IncomingMessage, key: string | null): boolean {
  if (key === null) return true
  const [, given] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  // Hashed, so the time taken shows neither the length nor the first wrong letter.
  return given !== undefined && timingSafeEqual(hash(given), hash(key))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
