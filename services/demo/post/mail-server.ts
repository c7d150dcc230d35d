import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { ServerCertificate } from './certificate.ts'
import { mailIn } from './mail-in.ts'
import type { ReceivedList } from './received.ts'

export type MailServer = { port: number; close: () => Promise<void> }
type Options = {
  port: number
  certificate: ServerCertificate
  password: string
  received: ReceivedList
  now: () => Date
}

/** No mailbox begins so: mail to it comes back (RFC 3463: bad destination mailbox address). */
const unknownMailbox = /^studsar/i

/** A real mail server, which takes everything for everybody and sends nothing on. Speaks with TLS alone, and only to the demo's user. */
export async function startMailServer({
  port,
  certificate,
  password,
  received,
  now,
}: Options): Promise<MailServer> {
  const server = new SMTPServer({
    key: certificate.key,
    cert: certificate.cert,
    // STARTTLS is asked for before anything else: the library would offer AUTH in clear.
    allowInsecureAuth: false,
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onAuth: ({ username, password: given }, _session, done) =>
      username === 'demo' && given === password
        ? done(null, { user: username })
        : done(refusal(535, '5.7.8 Authentication credentials invalid')),
    onRcptTo: ({ address }, _session, done) =>
      unknownMailbox.test(address) ? done(refusal(550, '5.1.1 No such mailbox here')) : done(),
    onData: (stream, { envelope }, done) => {
      void text(stream).then((raw) => {
        const to = envelope.rcptTo.map(({ address }) => address).join(', ')
        received.add({ by: 'email', at: now(), to, raw, ...mailIn(raw) })
        done()
      }, done)
    },
  })
  // A connection that breaks is the sender's to try again.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
