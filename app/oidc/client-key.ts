import { importJWK, type CryptoKey, type JWK } from 'jose'

export type ClientKey = { algorithm: 'ES256' | 'RS256'; kid: string; load: () => Promise<CryptoKey> }

/** Private JWK: P-256, or RSA from 2048 bits, with kid. @throws Error that never contains the key */
export function clientKeyOf(text: string): ClientKey {
  const jwk = parse(text)
  const algorithm =
    jwk.kty === 'EC' && jwk.crv === 'P-256' ? 'ES256' : jwk.kty === 'RSA' ? 'RS256' : undefined
  if (!algorithm || !jwk.d || !jwk.kid)
    throw new Error('the client key must be a private JWK, P-256 or RSA, with kid')
  if (algorithm === 'RS256' && Buffer.from(jwk.n ?? '', 'base64url').length < 256) {
    throw new Error('the client key is shorter than 2048 bits')
  }
  let loaded: Promise<CryptoKey> | undefined
  const load = () => (loaded ??= importPrivate(jwk, algorithm))
  return { algorithm, kid: jwk.kid, load }
}

async function importPrivate(jwk: JWK, algorithm: string): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm)
  if (key instanceof Uint8Array) throw new Error('the client key is a shared secret')
  return key
}

function parse(text: string): JWK {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    throw new Error('the client key is not JSON')
  }
}
