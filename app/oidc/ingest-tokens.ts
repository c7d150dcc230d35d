import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { clockTolerance } from './id-token-checks.ts'
import { limitedFetch } from './limited-fetch.ts'

type IngestToken = { municipalityId: string; clientId: string; scopes: string[] }

export type IngestTokens = {
  /** Null when the header has no valid token. @throws IssuerAway */
  verify: (authorization: string | null) => Promise<IngestToken | null>
}

class IssuerAway extends Error {
  constructor(cause: unknown) {
    super('the keys of the issuer cannot be had', { cause })
    this.name = 'IssuerAway'
  }
}

const secondsToAnswer = 5
const largestAnswer = 256 * 1024
// With a shared secret either side could sign (ASVS 9.1.2).
const algorithms = ['ES256', 'PS256', 'EdDSA', 'Ed25519']
const fetchFromIssuer = limitedFetch(largestAnswer)

const claimsSchema = z.object({
  client_id: z.string().min(1).max(100),
  scope: z.string().max(1000),
  jti: z.string().min(1),
  municipality_id: z.uuid(),
})

/** JWT access tokens (RFC 9068). Keys come only from the issuer's own origin (ASVS 9.1.3). */
export function createIngestTokens(parts: { issuer: string; audience: string }): IngestTokens {
  let keys: Promise<JWTVerifyGetKey> | undefined
  const keysOfIssuer = () =>
    (keys ??= findKeys(parts.issuer).catch((error: unknown) => {
      keys = undefined
      throw new IssuerAway(error)
    }))
  return {
    async verify(authorization) {
      const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(authorization ?? '')?.[1]
      if (!token) return null
      return readToken(token, await keysOfIssuer(), parts)
    },
  }
}

async function readToken(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience }: { issuer: string; audience: string },
): Promise<IngestToken | null> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      issuer,
      audience,
      typ: 'at+jwt',
      clockTolerance,
      requiredClaims: ['exp', 'iat'],
    })
    const claims = claimsSchema.safeParse(payload).data
    if (!claims) return null
    const { municipality_id: municipalityId, client_id: clientId, scope } = claims
    return { municipalityId, clientId, scopes: scope.split(' ') }
  } catch (error) {
    if (isTokenFault(error)) return null
    throw new IssuerAway(error)
  }
}

// Any other error means that the issuer is down or broken.
function isTokenFault(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  )
}

async function findKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetchFromIssuer(`${issuer}/.well-known/openid-configuration`, {
    method: 'GET',
    headers: { Accept: 'application/json' },
    body: undefined,
    redirect: 'manual',
    signal: AbortSignal.timeout(secondsToAnswer * 1000),
  })
  if (response.status !== 200) throw new TypeError(`the issuer answered ${response.status}`)
  const metadata = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json())
  const address = new URL(metadata.jwks_uri)
  if (address.origin !== new URL(issuer).origin) throw new TypeError('the keys are on another origin')
  return createRemoteJWKSet(address, {
    timeoutDuration: secondsToAnswer * 1000,
    [customFetch]: (url, options) =>
      fetchFromIssuer(url, { ...options, body: undefined, headers: Object.fromEntries(options.headers) }),
  })
}
