import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWK,
  type JWTPayload,
} from 'jose'

/** Who signs a token, and how. `us` is right; the rest are what a client must not believe. */
export type Signer = 'us' | 'stranger' | 'unknownKey' | 'nobody' | 'hmacOfPublicKey' | 'broken'

export type Algorithm = 'ES256' | 'RS256'
export type Sign = (claims: JWTPayload, by: Signer | undefined) => Promise<string>

/** A key of one's own that is published, and ways to sign that it does not hold against. */
export async function createSigner(alg: Algorithm): Promise<{ sign: Sign; published: JWK }> {
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
