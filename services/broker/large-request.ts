import type Provider from 'oidc-provider'
import type { IncomingMessage } from 'node:http'
import { renderNotice } from './page.ts'
import { sendPage, type Context } from './responses.ts'

type Middleware = Parameters<Provider['use']>[0]

const AUTHORIZATION = '/auth'
// Two texts of 40,000 characters and the hidden data, as base64 of a JWT.
const LIMIT_BYTES = 512 * 1024

/** oidc-provider reads 56 kB of a posted request at most, and a text to sign may be longer: it gets it as a query. */
export function takeLargeRequests(): Middleware {
  return async (ctx, next) => {
    if (ctx.method === 'POST' && ctx.path === AUTHORIZATION && ctx.is('application/x-www-form-urlencoded')) {
      const form = await readForm(ctx.req, LIMIT_BYTES)
      if (!form) return sendPage(ctx, 413, renderNotice('sv', 'refused'))
      ctx.method = 'GET'
      askAgain(ctx, form.toString())
    }
    await next()
  }
}

/** The provider finds the folder it is mounted in by comparing its own address with the original one. */
function askAgain(ctx: Context, query: string): void {
  const request: IncomingMessage & { originalUrl?: string } = ctx.req
  const mount = request.originalUrl?.slice(0, -ctx.url.length) ?? ''
  ctx.querystring = query
  request.originalUrl = mount + ctx.url
}

/** Undefined when it is longer. */
export async function readForm(request: IncomingMessage, most: number): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
