import type { Request, RequestHandler } from 'express'
import type { IncomingMessage, RequestListener } from 'node:http'

const withoutTarget = new WeakSet<IncomingMessage>()

/**
 * Brings a request to the form that all others have: a path of this site, and the host that was meant. In the absolute
 * form the target's authority counts, not the Host header (RFC 9112 3.2.2). Before Express, which answers in words of its
 * own for a target that it cannot read.
 */
export function withRequestTarget(app: RequestListener): RequestListener {
  return (req, res) => {
    settleTarget(req)
    app(req, res)
  }
}

function settleTarget(req: IncomingMessage): void {
  if (req.url?.startsWith('/')) return
  const target = URL.parse(req.url ?? '')
  if (target && /^https?:$/.test(target.protocol)) {
    req.headers.host = target.host
    req.url = `${target.pathname}${target.search}`
    return
  }
  withoutTarget.add(req)
  req.url = '/'
}

/** Stands after the log and the headers of every answer. Waits for no body (RFC 9112 9.6). */
export function refuseWithoutTarget(): RequestHandler {
  return (req, res, next) => {
    if (withoutTarget.has(req)) res.status(400).set('Connection', 'close').end()
    else next()
  }
}

/** Whether a Host header names our site: in any letters, with or without the default port (RFC 9110 4.2.3). */
export function isOwnHost(host: string | undefined, origin: string): boolean {
  const own = new URL(origin)
  // Nearly all: it is written as ours is.
  if (host === own.host) return true
  const asked = URL.parse(`${own.protocol}//${host ?? ''}`)
  return asked?.host === own.host && asked.username === '' && asked.pathname === '/'
}

/** Remix would trust what a request says of our address: it comes only from ORIGIN. */
export function setOwnHost(req: Request, origin: string): void {
  delete req.headers['x-forwarded-host']
  req.headers.host = new URL(origin).host
}

/** The same address at our own site, whatever its path looks like: `//` and `/\` would name another host. */
export function ownAddress(path: string, origin: string): string {
  return `${origin}/${path.replace(/^[/\\]+/, '')}`
}
