import { generateKeyPairSync, randomBytes } from 'node:crypto'

/** Settings of a portal whose database and brokers are nowhere. */
export function portalWithoutDatabase(port: number): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: 'postgres://portal:nobody@127.0.0.1:1/nowhere',
    DATA_KEYS: ['lookup', 'test'].map((id) => `${id}=${randomBytes(32).toString('base64')}`).join(','),
    LOG_LEVEL: 'silent',
    ...brokerNowhere('OIDC'),
    ...brokerNowhere('STAFF_OIDC'),
  }
}

function brokerNowhere(prefix: string): Record<string, string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'ES256' }
  return {
    [`${prefix}_ISSUER`]: 'http://127.0.0.1:1',
    [`${prefix}_CLIENT_ID`]: 'test',
    [`${prefix}_CLIENT_KEY`]: JSON.stringify(key),
  }
}
