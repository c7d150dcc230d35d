import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'

/** An issuer whose every word a test chooses. */
export type IngestIssuer = {
  issuer: string
  key: CryptoKey
  /** A signed token: the claims and header given, on top of those of a good one. */
  token: (changed?: { claims?: JWTPayload; header?: object; key?: CryptoKey | Uint8Array }) => Promise<string>
  close: () => Promise<void>
}

export async function startIngestIssuer(good: JWTPayload): Promise<IngestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'issuer-key', alg: 'ES256', use: 'sig' }
  const server = createServer((request, response) => {
    const isKeys = request.url === '/keys'
    const body = isKeys
      ? { keys: [jwk] }
      : { issuer: addressOf(server), jwks_uri: `${addressOf(server)}/keys` }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = addressOf(server)
  return {
    issuer,
    key: privateKey,
    token: ({ claims = {}, header = {}, key = privateKey } = {}) => {
      const seconds = Math.floor(Date.now() / 1000)
      const whole = { iss: issuer, iat: seconds, exp: seconds + 300, jti: 'one', ...good, ...claims }
      return new SignJWT(whole)
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'issuer-key', ...header })
        .sign(key)
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
