import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** One message of PostgreSQL's protocol: its letter, and its text as far as it is text (protocol 3.0, 54.7). */
export type WireMessage = { from: 'portal' | 'database'; type: string; text: string }

export type Wire = {
  /** The same database through the wire. */
  url: string
  log: WireMessage[]
  /** Keeps from the database all that the portal sends until `isWhole`: a portal that waits for an answer gets none. */
  holdUntil: (isWhole: (sent: readonly WireMessage[]) => boolean) => void
  close: () => Promise<void>
}

/** Stands between the portal and its database, and writes down what each says. */
export async function openWire(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl)
  const log: WireMessage[] = []
  const sockets = new Set<Socket>()
  let isWhole: ((sent: readonly WireMessage[]) => boolean) | null = null
  const server = createServer((portal) => {
    const database = connect(Number(target.port), target.hostname)
    sockets.add(portal).add(database)
    const sent = reader('portal', true)
    const answered = reader('database', false)
    let held: Buffer[] = []
    portal.on('data', (chunk) => {
      log.push(...sent(chunk))
      held.push(chunk)
      if (isWhole && !isWhole(log.filter(({ from }) => from === 'portal'))) return
      isWhole = null
      for (const each of held) database.write(each)
      held = []
    })
    database.on('data', (chunk) => {
      log.push(...answered(chunk))
      portal.write(chunk)
    })
    for (const socket of [portal, database]) socket.on('error', () => undefined)
    portal.on('close', () => database.destroy())
    database.on('close', () => portal.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    log,
    holdUntil: (whole) => {
      isWhole = whole
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function reader(from: WireMessage['from'], startsUntyped: boolean): (chunk: Buffer) => WireMessage[] {
  let rest = Buffer.alloc(0)
  let isFirst = startsUntyped
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const messages: WireMessage[] = []
    for (;;) {
      const head = isFirst ? 0 : 1
      if (rest.length < head + 4) return messages
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return messages
      const text = rest.subarray(head + 4, end).toString('utf8')
      messages.push({ from, type: isFirst ? 'startup' : String.fromCharCode(rest[0]!), text })
      rest = rest.subarray(end)
      isFirst = false
    }
  }
}
