import {
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
  type ServerBuild,
} from '@remix-run/node'
import type { Request as Asked, RequestHandler, Response as Answer } from 'express'
import type { RequestContext } from '../context.ts'
import { sendPage } from './send-page.ts'

export type Asking = {
  mode: string
  /** Of every address that Remix sees: nothing of it comes from what a request says of us. */
  origin: string
  /** `deliver` is told of the finished page. */
  contextOf: (req: Asked, res: Answer, deliver: (page: string) => void) => RequestContext
}

/**
 * In place of @remix-run/express, which works out our address from every request, and would stream a finished page in
 * pieces.
 */
export function askRemix(
  build: ServerBuild | (() => Promise<ServerBuild>),
  { mode, origin, contextOf }: Asking,
): RequestHandler {
  const handle = createRequestHandler(build, mode)
  const answer = async (req: Asked, res: Answer) => {
    const finished: { page?: string } = {}
    const context = contextOf(req, res, (page) => void (finished.page = page))
    const response = await handle(requestOf(req, res, origin), context)
    res.statusMessage = response.statusText
    res.statusCode = response.status
    for (const [name, value] of response.headers) res.append(name, value)
    if (/text\/event-stream/i.test(response.headers.get('Content-Type') ?? '')) res.flushHeaders()
    if (finished.page !== undefined) sendPage(req, res, finished.page)
    else if (response.body) await writeReadableStreamToWritable(response.body, res)
    else res.end()
  }
  return (req, res, next) => void answer(req, res).catch(next)
}

function requestOf(req: Asked, res: Answer, origin: string): Request {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const reading = { method: req.method, headers: headersOf(req), signal: gone.signal }
  const url = `${origin}${req.originalUrl}`
  if (req.method === 'GET' || req.method === 'HEAD') return new Request(url, reading)
  return new Request(url, { ...reading, body: createReadableStreamFromReadable(req), duplex: 'half' })
}

function headersOf({ headers }: Asked): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one): [string, string] => [name, one])
      : value
        ? [[name, value] as [string, string]]
        : [],
  )
}
