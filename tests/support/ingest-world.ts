import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { createIngestTokens } from '../../app/oidc/ingest-tokens.ts'
import * as batch from '../../app/routes/api/batch.ts'
import * as items from '../../app/routes/api/items.ts'
import * as missing from '../../app/routes/api/missing.ts'
import * as openapi from '../../app/routes/api/openapi.ts'
import * as recordings from '../../app/routes/api/recordings.ts'
import * as state from '../../app/routes/api/state.ts'
import { createLog } from '../../app/server/log.ts'
import type { RequestContext } from '../../app/context.ts'
import { startIngestIssuer, type IngestIssuer } from './ingest-issuer.ts'
import { testKeys } from './keys.ts'
import { municipalityId } from './people.ts'
import { openStories, storyTime, type Stories } from './stories.ts'

export const api = 'https://minasidor.example/api/v1'
export const allScopes = 'notes:write stages:write parties:write documents:write recordings:write'

type Sending = { token?: string | null; key?: string; type?: string; headers?: Record<string, string> }
export type Told = { status: number; body: Record<string, unknown>; headers: Headers }

/** The ingest API on the stories' database, without the server before it, and an issuer that a test speaks for. */
export type IngestWorld = {
  stories: Stories
  issuer: IngestIssuer
  context: RequestContext
  log: string[]
  /** What the owner of the tables finds. */
  rows: <Row extends object = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>
  post: (path: string, body: unknown, sending?: Sending) => Promise<Told>
  get: (path: string, sending?: Sending) => Promise<Told>
  close: () => Promise<void>
}

export async function openIngest(): Promise<IngestWorld> {
  const stories = await openStories()
  const issuer = await startIngestIssuer({
    aud: api,
    client_id: 'ekdala-case-system',
    scope: allScopes,
    municipality_id: municipalityId('ekdala'),
  })
  const log: string[] = []
  const context = {
    requestId: 'a1b2c3d4e5',
    now: () => storyTime,
    origin: new URL(api).origin,
    database: stories.database,
    dataKeys: testKeys,
    ingestTokens: createIngestTokens({ issuer: issuer.issuer, audience: api }),
    log: createLog('info', { write: (line: string) => void log.push(line) }),
  } as unknown as RequestContext

  const send = async (request: Request): Promise<Told> => {
    const path = new URL(request.url).pathname.slice('/api/v1/'.length)
    const answer = await answerTo(path, { request, context, params: paramsOf(path) })
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown>,
      headers: answer.headers,
    }
  }
  const authorization = async (token: string | null | undefined) =>
    token === null ? {} : { Authorization: `Bearer ${token ?? (await issuer.token())}` }
  return {
    stories,
    issuer,
    context,
    log,
    rows: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await stories.owner.query<Row>(text, values)).rows,
    post: async (path, body, { token, key = randomUUID(), type = 'application/json', headers } = {}) => {
      const sent = {
        'Content-Type': type,
        'Idempotency-Key': key,
        ...(await authorization(token)),
        ...headers,
      }
      const whole = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
      return send(
        new Request(`${api}${path}`, {
          method: 'POST',
          headers: sent,
          body: whole ? body : JSON.stringify(body),
          duplex: 'half',
        } as RequestInit),
      )
    },
    get: async (path, { token } = {}) =>
      send(new Request(`${api}${path}`, { headers: await authorization(token) })),
    close: async () => {
      await Promise.all([stories.close(), issuer.close()])
    },
  }
}

function answerTo(path: string, args: LoaderFunctionArgs): Promise<Response> | Response {
  const route =
    { batch, recordings, 'openapi.json': openapi }[path] ??
    [items, state][path.split('/').length - 1] ??
    missing
  return args.request.method === 'POST' ? route.action(args) : route.loader(args)
}

function paramsOf(path: string) {
  const [collection, externalId] = path.split('/')
  return { collection, ...(externalId === undefined ? {} : { externalId: decodeURIComponent(externalId) }) }
}
