import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import * as openid from 'openid-client'

/** A system that sends to `/api/v1` of Mina sidor. Runs in tests/e2e/ingest.server.spec.ts. */
export type IngestClient = {
  /** Sends one thing to notes, stages, parties or documents. Give `key` to send a request of earlier again. */
  send: (collection: string, item: object, key?: string) => Promise<Answer>
  /** Sends up to 500 things in one request; each has its result, in the same order. */
  sendBatch: (items: { type: string; data: object }[], key?: string) => Promise<Answer>
  sendSound: (names: { note: string; externalId: string }, type: string, sound: Uint8Array<ArrayBuffer>) => Promise<Answer>
  /** What became of something that was sent. */
  state: (collection: string, externalId: string) => Promise<Answer>
}

type Answer = {
  status: number
  body: unknown
  /** Milliseconds after which to try again, where the portal says so. */
  waitFor?: number
}

export type IngestClientOptions = {
  /** Where to send: ORIGIN of the portal with /api/v1, or a gateway to it. */
  api: string
  /** What the token is for: ORIGIN of the portal with /api/v1. */
  audience: string
  /** INGEST_ISSUER: who gives the access token. */
  issuer: string
  clientId: string
  /** Private key whose public half the issuer knows. */
  key: openid.PrivateKey
  municipalityId: string
  scope: string
  /** Milliseconds an answer may take. */
  patience?: number
}

const mostTries = 5

export async function createIngestClient(options: IngestClientOptions): Promise<IngestClient> {
  const token = await tokens(options)
  const post = (path: string, type: string, body: string | Uint8Array<ArrayBuffer>, key: string) =>
    persist(options, token, path, {
      method: 'POST',
      headers: { 'Content-Type': type, 'Idempotency-Key': `"${key}"` },
      body,
    })
  return {
    send: (collection, item, key = randomUUID()) =>
      post(`/${collection}`, 'application/json', JSON.stringify(item), key),
    sendBatch: (items, key = randomUUID()) =>
      post('/batch', 'application/json', JSON.stringify({ items }), key),
    sendSound: (names, type, sound) =>
      post(`/recordings?${new URLSearchParams(names).toString()}`, type, sound, randomUUID()),
    state: (collection, externalId) =>
      persist(options, token, `/${collection}/${encodeURIComponent(externalId)}`, { method: 'GET' }),
  }
}

/**
 * Asks until there is an answer that stands. The request, its key included, is the same each time: whatever was
 * done the first time is done once.
 */
async function persist(
  { api, patience = 30_000 }: IngestClientOptions,
  token: (isFresh: boolean) => Promise<string>,
  path: string,
  request: RequestInit,
): Promise<Answer> {
  let last: Answer | null = null
  for (let tries = 1; tries <= mostTries; tries++) {
    const authorization = `Bearer ${await token(last?.status === 401)}`
    const headers = { ...(request.headers as Record<string, string>), Authorization: authorization }
    last = await ask(`${api}${path}`, { ...request, headers, signal: AbortSignal.timeout(patience) })
    if (last && !isWorthAnotherTry(last)) return last
    if (tries < mostTries) await wait(last?.waitFor ?? 200 * 2 ** tries)
  }
  if (last) return last
  throw new Error(`no answer after ${mostTries} tries`)
}

async function ask(address: string, request: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(address, request)
    const after = Number(response.headers.get('Retry-After') ?? 0)
    const body: unknown = await response.json()
    return { status: response.status, body, ...(after > 0 ? { waitFor: after * 1000 } : {}) }
  } catch {
    // No answer, or half of one: whether it was done is not known.
    return null
  }
}

// 401: the token may have run out. 409 is final, but for a request of ours that is still being done.
function isWorthAnotherTry({ status, body }: Answer): boolean {
  const isStillDone = status === 409 && (body as { type?: string }).type?.endsWith('/inProgress') === true
  return isStillDone || status === 401 || status === 429 || status >= 500
}

/** Access tokens by client credentials (RFC 6749 4.4, RFC 7523), each used until it is about to run out. */
async function tokens({ issuer, clientId, key, municipalityId, scope, audience }: IngestClientOptions) {
  const isLocal = new URL(issuer).hostname === 'localhost'
  const config = await openid.discovery(new URL(issuer), clientId, {}, openid.PrivateKeyJwt(key), {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to stand out; a demo has no TLS
    execute: isLocal ? [openid.allowInsecureRequests] : [],
  })
  let current = { token: '', until: 0 }
  return async (isFresh: boolean): Promise<string> => {
    if (!isFresh && Date.now() < current.until) return current.token
    const answer = await openid.clientCredentialsGrant(config, {
      scope,
      resource: audience,
      municipality_id: municipalityId,
    })
    current = { token: answer.access_token, until: Date.now() + ((answer.expires_in ?? 60) - 20) * 1000 }
    return current.token
  }
}
