import type Provider from 'oidc-provider'
import { whereItFailed, type Log } from './log.ts'
import { renderNotice } from './page.ts'

type Middleware = Parameters<Provider['use']>[0]
export type Context = Parameters<Middleware>[0]

/** Browsers apply form-action to the redirect back to the client too. */
export function secureHeaders(redirectUris: string[]): Middleware {
  const formTargets = ["'self'", ...new Set(redirectUris.map((uri) => new URL(uri).origin))]
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${formTargets.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]
  return async (ctx, next) => {
    ctx.set({
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
    await next()
  }
}

export function errorPages(issuer: string, log: Log): Middleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      log({
        level: 'error',
        issuer,
        event: 'unexpected',
        error: 'server_error',
        detail: whereItFailed(error),
      })
      sendPage(ctx, 500, renderNotice('sv', 'failed'))
    }
    if (ctx.status === 404 && !ctx.body) sendPage(ctx, 404, renderNotice('sv', 'missing'))
  }
}

/** Lists only the response modes that clients here may use. */
export function limitDiscovery(): Middleware {
  return async (ctx, next) => {
    await next()
    if (ctx.path.startsWith('/.well-known/') && ctx.status === 200) {
      Object.assign(ctx.body as object, { response_modes_supported: ['query'] })
    }
  }
}

export function sendPage(ctx: Context, status: number, page: string): void {
  ctx.status = status
  ctx.type = 'html'
  ctx.body = page
}
