import type { RequestHandler, Response } from 'express'
import { sendPage } from './send-page.ts'

/** Remix would stream a finished string in pieces, a tenth of the request's time. */
export function wholePages(): RequestHandler {
  return (req, res, next) => {
    const end = res.end.bind(res) as (...args: unknown[]) => Response
    res.end = (...args: unknown[]) => {
      res.end = end
      const page: unknown = res.locals['page']
      if (typeof page !== 'string') return end(...args)
      sendPage(req, res, page)
      return res
    }
    next()
  }
}
