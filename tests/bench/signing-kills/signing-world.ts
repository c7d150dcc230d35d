import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { newSessionToken } from '../../../app/access/cookies.ts'
import { parseDataKeys } from '../../../app/person/data-keys.ts'
import { freePort } from '../../../db/local/free-port.ts'
import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { migrate } from '../../../db/migrate.ts'
import { seedStories } from '../../../db/seed/stories.ts'
import { trustOf, type Trust } from '../../../app/signing/verifier/trust.ts'
import { buildIfNeeded } from '../../../services/demo/build.ts'
import { demoKeys } from '../../../services/demo/keys.ts'
import { idOf, municipalityOf } from '../../support/people.ts'
import { serviceName } from '../../../services/broker/bankid/bankid.ts'
import { endLater } from '../ending.ts'
import { startServer, type ServerProcess } from '../server-process.ts'
import { sealSettings } from './seal-settings.ts'
import type { Stamps } from './stamps.ts'
import { startTestBroker } from './test-broker.ts'

/** A process that can be killed and started again. */
export type Killable = { name: string; kill: () => Promise<void>; start: () => Promise<void> }

/** The stories in a database that can be killed; a portal, a worker and a test broker in processes of their own. */
export type SigningWorld = {
  owner: pg.Pool
  ownerUrl: string
  address: string
  /** Cookie of Peter's session. */
  cookie: string
  portal: Killable
  worker: Killable & { pid: () => number }
  postgres: Killable
  stamps: Stamps
  /** What packages are judged by. */
  trust: Trust
}

const database = 'signing'
const storyStart = new Date('2026-09-15T07:00:00Z').getTime()

/** @param folder for what the broker keeps */
export async function openSigningWorld(
  postgres: LocalPostgres & Omit<Killable, 'name'>,
  folder: string,
): Promise<SigningWorld> {
  await mkdir(folder, { recursive: true })
  const keys = await demoKeys(folder)
  const building = buildIfNeeded()
  const ownerUrl = postgres.ownerUrl(database)
  await postgres.recreateDatabase(database)
  await migrate(ownerUrl)
  await seedStories(ownerUrl, parseDataKeys(keys.dataKeys))
  await building
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  owner.on('error', () => undefined)
  endLater(() => owner.end())

  const [port, brokerPort] = [await freePort(), await freePort()]
  const address = `http://localhost:${port}`
  const broker = `http://localhost:${brokerPort}`
  await startTestBroker(folder, { address, port: brokerPort, keys })
  const seal = await sealSettings(folder)
  const begunAt = Date.now()
  const shared = () => ({
    NODE_ENV: 'development',
    DATABASE_URL: postgres.portalUrl(database),
    DATA_KEYS: keys.dataKeys,
    BANKID_ROOTS: join(folder, 'bankid/root.pem'),
    BANKID_SERVICE: serviceName,
    CLOCK: new Date(storyStart + Date.now() - begunAt).toISOString(),
  })
  const portal = await killable('portal', () =>
    startServer({
      name: 'portal-of-signing',
      path: 'services/demo/portal.ts',
      env: {
        ...shared(),
        NODE_ENV: 'production',
        PORT: String(port),
        ORIGIN: address,
        OIDC_ISSUER: broker,
        OIDC_CLIENT_ID: 'mina-sidor',
        OIDC_CLIENT_KEY: JSON.stringify(keys.person),
        STAFF_OIDC_ISSUER: `${broker}/staff`,
        STAFF_OIDC_CLIENT_ID: 'mina-sidor-staff',
        STAFF_OIDC_CLIENT_KEY: JSON.stringify(keys.staff),
      },
    }),
  )
  const worker = await killable('worker', () =>
    startServer({
      name: 'worker-of-signing',
      path: 'services/worker/main.ts',
      env: { ...shared(), ...seal.settings, WORKER_JOBS: 'signing' },
    }),
  )
  const { kill, start } = postgres
  return {
    ...{ owner, ownerUrl, address, portal, worker, cookie: await signIn(owner) },
    postgres: { name: 'PostgreSQL', kill, start },
    stamps: seal.stamps,
    trust: trustOf(
      {
        seal: seal.rootPem,
        timeStamp: seal.rootPem,
        bankId: await readFile(join(folder, 'bankid/root.pem'), 'utf8'),
        serviceName,
      },
      false,
    ),
  }
}

async function killable(name: string, startOne: () => Promise<ServerProcess>) {
  let starting = startOne()
  let { pid } = await starting
  return {
    name,
    pid: () => pid,
    kill: async () => (await starting).kill(),
    start: async () => {
      starting = startOne()
      pid = (await starting).pid
    },
  }
}

/** A session as after a sign-in, long enough for all rounds. */
async function signIn(owner: pg.Pool): Promise<string> {
  const { cookie, hash } = newSessionToken(municipalityOf('peter'))
  await owner.query(`update session_rule set idle = '1 day', absolute = '1 day' where kind = 'person'`)
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'person', $3, 'phone')`,
    [municipalityOf('peter'), hash, idOf('peter')],
  )
  return `sid=${cookie}`
}
