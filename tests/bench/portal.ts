import { generateKeyPairSync, randomBytes } from 'node:crypto'
import manifest from '../../package.json' with { type: 'json' }
import { freePort } from '../../db/local/free-port.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** How much memory `npm start` lets node take. */
const heapOptions = manifest.scripts.start.match(/--max-\S+/g) ?? []

export type Portal = ServerProcess & { address: string }
type PortalParts = { portalUrl: string; dataKeys?: string; port?: number; processes?: number }

/**
 * Starts the portal as `npm start` does: NODE_ENV=production, React's and Remix's production code, every check
 * of the settings, the log at its usual level. We stand where the proxy that ends TLS stands: ORIGIN is
 * https://localhost:port, and the load comes by plain HTTP to that host.
 */
export async function startPortal(
  name: string,
  { portalUrl, dataKeys = newDataKeys(), port: given, processes = 1 }: PortalParts,
): Promise<Portal> {
  const port = given ?? (await freePort())
  const process = await startServer({
    name,
    path: 'build/server/start.js',
    nodeOptions: heapOptions,
    env: {
      PORT: String(port),
      ORIGIN: `https://localhost:${port}`,
      DATABASE_URL: portalUrl,
      DATA_KEYS: dataKeys,
      // As a rule what is measured is one process, also on a machine with many cores.
      WEB_PROCESSES: String(processes),
      ...brokerSettings('OIDC'),
      ...brokerSettings('STAFF_OIDC'),
    },
  })
  return { ...process, address: `http://localhost:${port}` }
}

export function newDataKeys(): string {
  return ['lookup', 'bench'].map((id) => `${id}=${randomBytes(32).toString('base64')}`).join(',')
}

/** Nobody signs in here: a broker that is never reached keeps the portal from serving nothing but sign-in. */
export function brokerSettings(prefix: string) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    [`${prefix}_ISSUER`]: 'https://broker.invalid',
    [`${prefix}_CLIENT_ID`]: 'bench',
    [`${prefix}_CLIENT_KEY`]: JSON.stringify({
      ...privateKey.export({ format: 'jwk' }),
      kid: 'bench',
      alg: 'ES256',
    }),
  }
}
