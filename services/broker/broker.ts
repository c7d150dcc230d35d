import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createIssuer } from './issuer.ts'
import { logToStderr, type Log } from './log.ts'
import { ICON_PATH, STYLE_PATH } from './page.ts'
import { registrationSchema, type Registration } from './registration.ts'
import { createSigningKeys } from './signing-keys.ts'

type BrokerOptions = Registration & {
  port: number
  host?: '127.0.0.1'
  /** Origin of both issuers as browsers and services see it; `http://localhost:<port>` unless given. */
  origin?: string
  log?: Log
}

export type Broker = {
  /** Issuer for the people: `<origin>`. */
  issuer: string
  /** Issuer for the staff: `<origin>/staff`. */
  staffIssuer: string
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

const STAFF_MOUNT = '/staff'

const ASSETS = new Map([
  [STYLE_PATH, { type: 'text/css; charset=utf-8', content: readAsset(STYLE_PATH) }],
  [ICON_PATH, { type: 'image/svg+xml', content: readAsset(ICON_PATH) }],
])

/**
 * Starts the test broker: a real OpenID provider that plays a BankID broker, one issuer for people and one for
 * staff. Nothing is shared between two brokers in one process.
 *
 * @throws when the registration cannot work or the port is taken
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { port, host = '127.0.0.1', origin = `http://localhost:${port}`, log = logToStderr } = options
  const { people, staff, clients } = registrationSchema.parse(options)
  const keys = await createSigningKeys()
  const issuer = origin
  const staffIssuer = origin + STAFF_MOUNT

  const [person, employee] = await Promise.all([
    createIssuer({ issuer, people, mayTypeNumber: true, client: clients.person, keys, log }),
    createIssuer({
      issuer: staffIssuer,
      people: staff,
      mayTypeNumber: false,
      client: clients.staff,
      keys,
      log,
    }),
  ])
  const server = createServer(dispatch(new URL(origin), person.callback(), employee.callback()))
  await listen(server, port, host)
  return { issuer, staffIssuer, close: () => close(server) }
}

/** Sends each request to the issuer its path belongs to, seen from that issuer's own root. */
function dispatch(origin: URL, person: Handler, staff: Handler): Handler {
  return (request, response) => {
    const target = URL.parse(request.url ?? '/', origin)
    if (!target) return response.writeHead(400).end()

    const asset = ASSETS.get(target.pathname)
    if (asset) return response.writeHead(200, { 'Content-Type': asset.type }).end(asset.content)

    const path = target.pathname + target.search
    const isStaff = target.pathname === STAFF_MOUNT || target.pathname.startsWith(`${STAFF_MOUNT}/`)
    // The provider builds its addresses from these; what a client claims must not steer them.
    request.headers['x-forwarded-host'] = origin.host
    request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1)
    Object.assign(request, { originalUrl: path, url: isStaff ? path.slice(STAFF_MOUNT.length) || '/' : path })
    return isStaff ? staff(request, response) : person(request, response)
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
