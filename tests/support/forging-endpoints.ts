import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLocalJWKSet, jwtVerify, type JWK, type JWTPayload } from 'jose'
import type { Sign, Signer } from './token-signer.ts'

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

export type Client = { id: string; publicKey: JWK }
type Grant = { nonce: unknown; challenge: unknown; redirectUri: unknown; scope: unknown; number: string }

/** What the endpoints share. */
export type Provider = {
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

export async function answer(
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

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

async function formOf(incoming: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
