import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
  type JWK,
  type JWTPayload,
} from 'jose'

/** Who signs a token, and how. `us` is right; the rest are what a client must not believe. */
export type Signer = 'us' | 'stranger' | 'unknownKey' | 'nobody' | 'hmacOfPublicKey' | 'broken'

/** What is forged in the provider's answers until it is told otherwise. Times are seconds since 1970. */
export type Forgery = {
  metadata?: Record<string, unknown>
  callback?: (query: URLSearchParams) => void
  idToken?: (claims: JWTPayload) => JWTPayload
  idTokenBy?: Signer
  userInfo?: (claims: JWTPayload) => JWTPayload
  userInfoBy?: Signer | 'plain'
  /** Answers in place of the token endpoint. */
  token?: (response: ServerResponse) => void
}

export type ForgingProvider = {
  issuer: string
  /** Replaces every forgery; none makes the provider honest again. */
  forge: (forgery?: Forgery) => void
  /** Plays a browser at the authorization endpoint as this number; returns what comes back to the client. */
  identify: (url: string, number: string) => Promise<URLSearchParams>
  /** The same for a request that comes as a form. */
  sign: (
    form: { address: string; fields: Readonly<Record<string, string>> },
    number: string,
  ) => Promise<URLSearchParams>
  /** The claims of the last request object. */
  asked: () => JWTPayload
  close: () => Promise<void>
}

type Client = { id: string; publicKey: JWK }
type Grant = { nonce: unknown; challenge: unknown; redirectUri: unknown; scope: unknown; number: string }
type Algorithm = 'ES256' | 'RS256'
type Sign = (claims: JWTPayload, by: Signer | undefined) => Promise<string>

/** What the endpoints share. */
type Provider = {
  issuer: string
  client: Client
  keys: JWK[]
  sign: Sign
  grants: Map<string, Grant>
  /** Pushed requests, by their address. */
  pushed: Map<string, string>
  forgery: Forgery
  asked: JWTPayload
  identifies: string
}

const number = 'https://id.oidc.se/claim/personalIdentityNumber'
const signature = 'https://id.oidc.se/claim/userSignature'
const evidence = 'https://id.oidc.se/claim/authnEvidence'

/** A real OpenID provider over HTTP, as the Swedish profile wants it, every answer of which can be forged. */
export async function startForgingProvider(
  client: Client,
  algorithm: Algorithm = 'ES256',
): Promise<ForgingProvider> {
  const { sign, published } = await createSigner(algorithm)
  const provider: Provider = {
    issuer: '',
    client,
    keys: [published],
    sign,
    grants: new Map(),
    pushed: new Map(),
    forgery: {},
    asked: {},
    identifies: '',
  }
  const server = createServer((incoming, response) => {
    answer(provider, incoming, response).catch((error: unknown) => {
      json(response, { error: 'invalid_request', error_description: String(error) }, 400)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    issuer: provider.issuer,
    forge: (next = {}) => void (provider.forgery = next),
    identify: async (url, as) => {
      provider.identifies = as
      const response = await fetch(url, { redirect: 'manual' })
      return new URL(response.headers.get('location') ?? 'about:blank').searchParams
    },
    sign: async ({ address, fields }, as) => {
      provider.identifies = as
      const body = new URLSearchParams(fields)
      const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
      return new URL(response.headers.get('location') ?? 'about:blank').searchParams
    },
    asked: () => provider.asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function createSigner(alg: Algorithm): Promise<{ sign: Sign; published: JWK }> {
  const [ours, strange] = await Promise.all([
    generateKeyPair(alg, { extractable: true }),
    generateKeyPair(alg),
  ])
  const published = { ...(await exportJWK(ours.publicKey)), kid: 'ours', alg, use: 'sig' }
  const secret = new TextEncoder().encode(await exportSPKI(ours.publicKey))

  const sign: Sign = async (claims, by = 'us') => {
    if (by === 'nobody') return new UnsecuredJWT(claims).encode()
    if (by === 'hmacOfPublicKey')
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'ours' }).sign(secret)
    const header = { alg, kid: by === 'unknownKey' ? 'unknown' : 'ours' }
    const key = by === 'us' || by === 'broken' ? ours.privateKey : strange.privateKey
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(key)
    return by === 'broken' ? `${token.slice(0, -8)}AAAAAAAA` : token
  }
  return { sign, published }
}

async function answer(
  provider: Provider,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', provider.issuer)
  const { forgery, issuer, keys } = provider
  if (url.pathname === '/authorize') {
    return authorize(
      provider,
      incoming.method === 'POST' ? await formOf(incoming) : url.searchParams,
      response,
    )
  }
  if (url.pathname === '/par') return push(provider, await formOf(incoming), response)
  if (url.pathname === '/token') return token(provider, await formOf(incoming), response)
  if (url.pathname === '/userinfo') return userInfo(provider, incoming.headers.authorization ?? '', response)
  if (url.pathname === '/keys') return json(response, { keys })
  json(response, { ...describe(issuer, String(keys[0]?.alg)), ...forgery.metadata })
}

/** RFC 9126. Only what was pushed is heard: nothing of it stands in the address. */
async function push(
  { issuer, client, pushed }: Provider,
  form: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const keys = createLocalJWKSet({ keys: [client.publicKey] })
  await jwtVerify(form.get('client_assertion') ?? '', keys, { issuer: client.id, audience: issuer })
  const request_uri = `urn:ietf:params:oauth:request_uri:${randomUUID()}`
  pushed.set(request_uri, form.get('request') ?? '')
  json(response, { request_uri, expires_in: 120 }, 201)
}

async function authorize(provider: Provider, form: URLSearchParams, response: ServerResponse): Promise<void> {
  const { client, issuer, grants, pushed, forgery, identifies } = provider
  const keys = createLocalJWKSet({ keys: [client.publicKey] })
  const request = form.get('request') ?? pushed.get(form.get('request_uri') ?? '') ?? ''
  const { payload } = await jwtVerify(request, keys, {
    issuer: client.id,
    audience: issuer,
  })
  provider.asked = payload
  const [code, redirectUri] = [randomUUID(), String(payload['redirect_uri'])]
  grants.set(code, {
    nonce: payload['nonce'],
    challenge: payload['code_challenge'],
    redirectUri,
    scope: payload['scope'],
    number: identifies,
  })
  const query = new URLSearchParams({ code, state: String(payload['state']), iss: issuer })
  forgery.callback?.(query)
  response.writeHead(303, { Location: `${redirectUri}?${query}` }).end()
}

async function token(provider: Provider, form: URLSearchParams, response: ServerResponse): Promise<void> {
  const { client, issuer, grants, forgery, sign } = provider
  if (forgery.token) return forgery.token(response)
  const keys = createLocalJWKSet({ keys: [client.publicKey] })
  await jwtVerify(form.get('client_assertion') ?? '', keys, {
    issuer: client.id,
    subject: client.id,
    audience: issuer,
  })
  const grant = grants.get(form.get('code') ?? '')
  grants.delete(form.get('code') ?? '')
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (grant?.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) {
    return json(response, { error: 'invalid_grant' }, 400)
  }
  const now = Math.floor(Date.now() / 1000)
  const claims: JWTPayload = {
    iss: issuer,
    aud: client.id,
    sub: `sub-${grant.number}`,
    iat: now,
    exp: now + 300,
    auth_time: now,
    nonce: grant.nonce,
    acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
    txn: 'txn-1',
    [number]: grant.number,
    ...(String(grant.scope).includes('/scope/sign') && {
      [signature]: 'c2lnbmF0dXJl',
      [evidence]: 'b2NzcA==',
    }),
  }
  const idToken = await sign(forgery.idToken?.(claims) ?? claims, forgery.idTokenBy)
  json(response, { access_token: grant.number, token_type: 'Bearer', expires_in: 60, id_token: idToken })
}

async function userInfo(
  { client, issuer, forgery, sign }: Provider,
  header: string,
  response: ServerResponse,
): Promise<void> {
  const accessToken = header.replace(/^Bearer /i, '')
  const claims: JWTPayload = { iss: issuer, aud: client.id, sub: `sub-${accessToken}`, [number]: accessToken }
  const told = forgery.userInfo?.(claims) ?? claims
  if (forgery.userInfoBy === 'plain') return json(response, told)
  response.writeHead(200, { 'Content-Type': 'application/jwt' }).end(await sign(told, forgery.userInfoBy))
}

function describe(issuer: string, algorithm: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    pushed_authorization_request_endpoint: `${issuer}/par`,
    scopes_supported: [
      'openid',
      'evidence',
      'https://id.oidc.se/scope/naturalPersonNumber',
      'https://id.oidc.se/scope/sign',
    ],
    id_token_signing_alg_values_supported: [algorithm],
    userinfo_signing_alg_values_supported: [algorithm],
    request_object_signing_alg_values_supported: ['ES256'],
    request_parameter_supported: true,
    claims_parameter_supported: true,
    authorization_response_iss_parameter_supported: true,
    'https://id.oidc.se/disco/userMessageSupported': true,
  }
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

async function formOf(incoming: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
