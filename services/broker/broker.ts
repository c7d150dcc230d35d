import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { TestBankId } from './bankid/bankid.ts'
import { createIngestIssuer } from './ingest-issuer.ts'
import { createIssuer } from './issuer.ts'
import { logToStderr, type Log } from './log.ts'
import { ICON_PATH, STYLE_PATH } from './page.ts'
import { registrationSchema, type Registration } from './registration.ts'
import { createSigningKeys } from './signing-keys.ts'

type BrokerOptions = Registration & {
  port: number
  host?: '127.0.0.1'
  /** As browsers and services see it. `http://localhost:<port>` unless given. */
  origin?: string
  /** Makes the signatures. Without it only identifications are offered. */
  bankId?: TestBankId
  log?: Log
}

export type Broker = {
  issuer: string
  staffIssuer: string
  ingestIssuer: string
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

const STAFF_MOUNT = '/staff'
const INGEST_MOUNT = '/ingest'

const ASSETS = new Map([
  [STYLE_PATH, { type: 'text/css; charset=utf-8', content: readAsset(STYLE_PATH) }],
  [ICON_PATH, { type: 'image/svg+xml', content: readAsset(ICON_PATH) }],
])

/** Issuers for people, staff and systems. @throws when the registration is not valid or the port is taken */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { bankId, port, host = '127.0.0.1', origin = `http://localhost:${port}`, log = logToStderr } = options
  const { people, staff, clients, ingest } = registrationSchema.parse(options)
  const keys = await createSigningKeys()
  const issuer = origin
  const staffIssuer = origin + STAFF_MOUNT
  const ingestIssuer = origin + INGEST_MOUNT

  const [person, employee, system] = await Promise.all([
    createIssuer({ issuer, people, mayTypeNumber: true, client: clients.person, keys, bankId, log }),
    createIssuer({
      issuer: staffIssuer,
      people: staff,
      mayTypeNumber: false,
      client: clients.staff,
      keys,
      bankId,
      log,
    }),
    ingest && createIngestIssuer({ issuer: ingestIssuer, ingest, keys, log }),
  ])
  const mounts = [
    { mount: STAFF_MOUNT, handle: employee.callback() },
    ...(system ? [{ mount: INGEST_MOUNT, handle: system.callback() }] : []),
  ]
  const server = createServer(dispatch(new URL(origin), person.callback(), mounts))
  await listen(server, port, host)
  return { issuer, staffIssuer, ingestIssuer, close: () => close(server) }
}

function dispatch(origin: URL, person: Handler, mounts: { mount: string; handle: Handler }[]): Handler {
  return (request, response) => {
    const target = URL.parse(request.url ?? '/', origin)
    if (!target) return response.writeHead(400).end()

    const asset = ASSETS.get(target.pathname)
    if (asset) return response.writeHead(200, { 'Content-Type': asset.type }).end(asset.content)

    const path = target.pathname + target.search
    const found = mounts.find(({ mount }) => `${target.pathname}/`.startsWith(`${mount}/`))
    // The provider builds its addresses from these, so a client must not set them.
    request.headers['x-forwarded-host'] = origin.host
    request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1)
    Object.assign(request, { originalUrl: path, url: found ? path.slice(found.mount.length) || '/' : path })
    return (found?.handle ?? person)(request, response)
  }
}

function readAsset(path: string): Buffer {
  return readFileSync(new URL(`.${path}`, import.meta.url))
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
