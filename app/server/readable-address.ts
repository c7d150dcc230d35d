import type { RequestHandler } from 'express'

/** U+FFFD, which the URL Standard reads in place of bytes that are no text. */
const noCharacter = '%EF%BF%BD'

/**
 * Express and Remix fail on an address that cannot be decoded, PostgreSQL on NUL. With those read as no character, it
 * is an address like any other that does not exist.
 */
export function readableAddress(): RequestHandler {
  return (req, _res, next) => {
    const address = readable(req.url)
    if (address !== req.url) {
      req.url = address
      req.originalUrl = address
    }
    next()
  }
}

export function readable(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+|%/gi, (escaped) => (isText(escaped) ? escaped : noCharacter))
}

function isText(escaped: string): boolean {
  try {
    return !decodeURIComponent(escaped).includes('\0')
  } catch {
    return false
  }
}
