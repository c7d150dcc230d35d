import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { endLeftOverPostgres } from '../../db/local/left-over.ts'
import { serviceName } from '../broker/bankid/bankid.ts'
import { demoPeople } from './people.ts'
import { buildIfNeeded } from './build.ts'
import { startDemoDatabase } from './database.ts'
import { environmentFor, type Environment } from './environment.ts'
import { demoIngest } from './ingest.ts'
import { demoKeys, publicHalf, type DemoKeys } from './keys.ts'
import { startProcess, type DemoProcess } from './process.ts'
import { startDemoPost } from './post-settings.ts'
import { startDemoSeal } from './seal.ts'
import { requireFree, type Ports } from './ports.ts'

export type Stack = {
  origin: string
  ownerUrl: string
  /** Where what was sent to people can be seen. */
  postUrl: string
  stop: () => Promise<void>
}
type Options = {
  folder: string
  ports: Ports
  say: (step: string) => void
  dev?: boolean
  env?: Environment
  dictation?: 'waiting' | 'none'
}

/**
 * Does not wait for the speech model. Keeps data already in `folder`.
 * @throws Error with the reason, after stopping what had started
 */
export async function startStack(options: Options): Promise<Stack> {
  const { folder, ports, say, dev = false, env = {}, dictation = 'waiting' } = options
  const { database: databasePort, ...others } = ports
  await requireFree(others)
  await endLeftOverPostgres(folder)
  await requireFree({ database: databasePort })
  const started: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    const keys = await demoKeys(folder)
    say('starting the database')
    const posting = startDemoPost(folder, ports, keys)
    started.push(() => posting.then(({ stop }) => stop()))
    posting.catch(() => undefined)
    const building = dev ? Promise.resolve() : buildIfNeeded()
    building.catch(() => undefined)
    const { dataKeys } = keys
    const database = await startDemoDatabase({ folder, port: databasePort, dataKeys, dictation })
    started.push(database.postgres.stop)
    const post = await posting
    say('starting the test broker')
    const broker = await startBrokerProcess(folder, ports, keys)
    started.push(broker.stop)
    const seal = await startDemoSeal(folder, keys.sealPassword, ports.seal)
    started.push(seal.stop)
    say('starting the transcriber and the worker')
    // The bank's root is there since the broker has started.
    const bankId = { BANKID_ROOTS: resolve(bankFolder(folder), 'root.pem'), BANKID_SERVICE: serviceName }
    const believed = { ...bankId, ...seal.roots }
    await writeFile(join(folder, 'roots.env'), settingsFile(believed))
    const running = {
      ...believed,
      ...post.shared,
      DATABASE_URL: database.portalUrl,
      CLOCK: database.clock.toISOString(),
      SURVEY_ALLOW_UNVERIFIED: 'yes',
    }
    const ofWorker = { ...running, ...seal.key, ...post.ofWorker, DATA_KEYS: dataKeys }
    for (const part of behind(ofWorker, env, ports)) {
      started.push((await startProcess(part.path, part.env)).stop)
    }
    say(dev ? 'starting the pages' : 'building the pages')
    await building
    const origin = `http://localhost:${ports.portal}`
    const settings = {
      ...portalSettings(ports, keys, origin),
      ...running,
      // React checks and warns more in development.
      NODE_ENV: dev ? 'development' : 'production',
    }
    const portal = await startProcess(
      'services/demo/portal.ts',
      { ...environmentFor('portal', process.env), ...settings, ...env },
      dev ? ['--dev'] : [],
    )
    started.push(portal.stop)
    return { origin, ownerUrl: database.ownerUrl, postUrl: post.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What runs behind the pages. The transcriber knows neither database nor key. */
function behind(ofWorker: Environment, env: Environment, ports: Ports) {
  const shared = { ...env, NODE_ENV: 'development', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' }
  return [
    {
      path: 'services/transcriber/main.ts',
      env: {
        TRANSCRIBER_FALLBACK: 'packaged',
        ...environmentFor('transcriber', process.env),
        ...shared,
        TRANSCRIBER_PORT: String(ports.transcriber),
      },
    },
    {
      path: 'services/worker/main.ts',
      env: {
        ...environmentFor('worker', process.env),
        ...ofWorker,
        ...shared,
        TRANSCRIBER_URL: `http://127.0.0.1:${ports.transcriber}`,
        // Our transcriber's name for whichever model it has loaded.
        TRANSCRIBER_MODEL: 'whisper-1',
      },
    },
  ]
}

function portalSettings(ports: Ports, keys: DemoKeys, origin: string): Environment {
  const broker = `http://localhost:${ports.broker}`
  return {
    PORT: String(ports.portal),
    WEB_PROCESSES: '1',
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

/** For `npm run verify`: whom the demo's own packages are judged by. */
const settingsFile = (settings: Record<string, string>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('')

/** Kept with the rest, so that what was signed yesterday holds today. */
function bankFolder(folder: string): string {
  return join(folder, 'bankid')
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
    ...environmentFor('broker', process.env),
    NODE_ENV: 'development',
    BROKER_PORT: String(ports.broker),
    BROKER_CONFIG: config,
    BROKER_BANK: bankFolder(folder),
  }
  return startProcess('services/broker/main.ts', env)
}
