import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'

const generate = promisify(generateKeyPair)

/** Swedish OpenID Connect Profile, Cryptographic Algorithms: ES256 and RS256. Clients here get ES256. */
export async function createSigningKeys(): Promise<JWK[]> {
  const [ec, rsa] = await Promise.all([
    generate('ec', { namedCurve: 'P-256' }),
    generate('rsa', { modulusLength: 2048 }),
  ])
  return [
    { ...ec.privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' },
    { ...rsa.privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' },
  ]
}
