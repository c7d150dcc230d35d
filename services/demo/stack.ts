import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endLeftOverPostgres } from '../../db/local/left-over.ts'
import { demoPeople } from './people.ts'
import { buildIfNeeded } from './build.ts'
import { startDemoDatabase } from './database.ts'
import { demoIngest } from './ingest.ts'
import { demoKeys, publicHalf, type DemoKeys } from './keys.ts'
import { startProcess, type DemoProcess } from './process.ts'
import { requireFree, type Ports } from './ports.ts'

export type Stack = { origin: string; ownerUrl: string; stop: () => Promise<void> }
type Environment = Record<string, string | undefined>
type Options = { folder: string; ports: Ports; say: (step: string) => void; dev?: boolean; env?: Environment }

/**
 * Starts everything of the portal on this machine: database with the stories, test broker, pages.
 * @param options.folder where data and keys lie; what is there already is kept
 * @param options.dev pages under Vite instead of built
 * @throws Error with the reason in words; what had started is stopped again
 */
export async function startStack({ folder, ports, say, dev = false, env = {} }: Options): Promise<Stack> {
  await requireFree({ portal: ports.portal, broker: ports.broker })
  await endLeftOverPostgres(folder)
  await requireFree({ database: ports.database })
  const started: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    const keys = await demoKeys(folder)
    say('starting the database')
    const building = dev ? Promise.resolve() : buildIfNeeded()
    building.catch(() => undefined)
    const database = await startDemoDatabase(folder, ports.database, keys.dataKeys)
    started.push(database.postgres.stop)
    say('starting the test broker')
    const broker = await startBrokerProcess(folder, ports, keys)
    started.push(broker.stop)
    say(dev ? 'starting the pages' : 'building the pages')
    await building
    const origin = `http://localhost:${ports.portal}`
    const settings = {
      ...portalSettings(ports, keys, origin),
      DATABASE_URL: database.portalUrl,
      // React's own: it checks and warns in development.
      NODE_ENV: dev ? 'development' : 'production',
      CLOCK: database.clock.toISOString(),
    }
    const portal = await startProcess(
      'services/demo/portal.ts',
      { ...process.env, ...settings, ...env },
      dev ? ['--dev'] : [],
    )
    started.push(portal.stop)
    return { origin, ownerUrl: database.ownerUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function portalSettings(ports: Ports, keys: DemoKeys, origin: string): Environment {
  const broker = `http://localhost:${ports.broker}`
  return {
    PORT: String(ports.portal),
    ORIGIN: origin,
    DATA_KEYS: keys.dataKeys,
    OIDC_ISSUER: broker,
    OIDC_CLIENT_ID: 'mina-sidor',
    OIDC_CLIENT_KEY: JSON.stringify(keys.person),
    STAFF_OIDC_ISSUER: `${broker}/staff`,
    STAFF_OIDC_CLIENT_ID: 'mina-sidor-staff',
    STAFF_OIDC_CLIENT_KEY: JSON.stringify(keys.staff),
    INGEST_ISSUER: `${broker}/ingest`,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  }
}

async function startBrokerProcess(folder: string, ports: Ports, keys: DemoKeys): Promise<DemoProcess> {
  const config = join(folder, 'broker.json')
  const redirectUris = [`http://localhost:${ports.portal}/auth/callback`]
  const clientName = { sv: 'Mina sidor i Ekdala kommun', en: 'Mina sidor, Ekdala municipality' }
  await writeFile(
    config,
    JSON.stringify({
      ...demoPeople,
      clients: {
        person: { clientId: 'mina-sidor', clientName, publicJwk: publicHalf(keys.person), redirectUris },
        staff: { clientId: 'mina-sidor-staff', clientName, publicJwk: publicHalf(keys.staff), redirectUris },
      },
      ingest: demoIngest(`http://localhost:${ports.portal}`, keys),
    }),
  )
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    BROKER_PORT: String(ports.broker),
    BROKER_CONFIG: config,
  }
  return startProcess('services/broker/main.ts', env)
}
