import type { Request, RequestHandler } from 'express'

/** Fetch, "Sec-Purpose"; before it Chrome said Purpose, Safari X-Purpose and Firefox X-Moz. */
const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/**
 * What a browser fetches before anybody opens it would be read by nobody, or read without a line in the log. It is
 * refused before a page runs: an answer that is no success is never shown (HTML, "Navigational prefetching"), and the
 * browser asks again when the page is opened.
 */
export function refusePrefetch(): RequestHandler {
  return (req, res, next) => {
    if (!isPrefetch(req)) return next()
    res.status(503).end()
  }
}

function isPrefetch({ headers }: Request): boolean {
  return purposes.some((name) => /^\s*"?(prefetch|prerender|preview)\b/i.test(String(headers[name] ?? '')))
}
