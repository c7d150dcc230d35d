import type { RequestHandler, Response } from 'express'

/**
 * Sends a page as one write with its length. Through the framework, the finished string would become a stream and be
 * read back in pieces, a tenth of the request's time.
 */
export function wholePages(): RequestHandler {
  return (_req, res, next) => {
    const end = res.end.bind(res) as (...args: unknown[]) => Response
    res.end = (...args: unknown[]) => {
      const page: unknown = res.locals['page']
      return typeof page === 'string' ? end(page) : end(...args)
    }
    next()
  }
}
