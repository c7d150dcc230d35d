import { once } from 'node:events'
import { createServer as createHttp, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { serverCertificate } from './certificate.ts'
import { digitalMailboxes } from './digital-mailboxes.ts'
import { startMailServer } from './mail-server.ts'
import { postPage } from './post-page.ts'
import { pushService } from './push-service.ts'
import { receivedList, type Received } from './received.ts'
import { smsGateway } from './sms-gateway.ts'

export type DemoPost = {
  received: () => readonly Received[]
  /** Addresses with who the demo is there; all speak TLS alone. */
  smtpUrl: string
  smsUrl: string
  digitalPostUrl: string
  partyUrl: string
  rootFile: string
  root: string
  /** A browser that can be pushed to. */
  push: Pick<ReturnType<typeof pushService>, 'subscribe' | 'forget'>
  stop: () => Promise<void>
}
type Options = { folder: string; ports: { mail: number; post: number }; password: string; now: () => Date }

/**
 * Where the demo's notices arrive: a mail server, a gateway for SMS, digital mailboxes, a push service, and on the same port as these
 * three a page that shows what came (`/webblasare` gives a browser that can be pushed to). Nothing goes further.
 */
export async function startPost({ folder, ports, password, now }: Options): Promise<DemoPost> {
  const certificate = await serverCertificate(folder)
  const received = receivedList()
  const mail = await startMailServer({ port: ports.mail, certificate, password, received, now })
  const push = pushService({ origin: () => `https://localhost:${port}`, received, now })
  const authorization = `Basic ${Buffer.from(`demo:${password}`).toString('base64')}`
  const sms = smsGateway({ authorization, received, now })
  const mailboxes = digitalMailboxes({ authorization, received, now })
  const gateways = createHttps({ key: certificate.key, cert: certificate.cert }, (asked, answer) => {
    const [, to] = /^\/([^/]*)/.exec(asked.url ?? '') ?? []
    const take = to === 'push' ? push.take : to === 'a1' ? sms : mailboxes
    take(asked, answer).catch(() => answer.destroy())
  })
  const page = createHttp(({ url }, answer) => {
    if (url === '/webblasare') return void answer.end(JSON.stringify(push.subscribe()))
    answerPage(url, answer, received.all())
  })
  const sockets = new Set<Socket>()
  const listening = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    // A connection that begins with a handshake of TLS (22) is a sender's, any other a browser's that wants to see.
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      ;(first[0] === 22 ? gateways : page).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  }).listen(ports.post, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    received: received.all,
    smtpUrl: `smtp://demo:${password}@localhost:${mail.port}`,
    smsUrl: `https://demo:${password}@localhost:${port}/a1/sms`,
    digitalPostUrl: `https://demo:${password}@localhost:${port}/digital-post`,
    partyUrl: `https://demo:${password}@localhost:${port}/party`,
    rootFile: certificate.rootFile,
    root: certificate.root,
    push,
    stop: async () => {
      listening.close()
      for (const socket of sockets) socket.destroy()
      await mail.close()
    },
  }
}

function answerPage(url: string | undefined, answer: ServerResponse, received: readonly Received[]): void {
  if (url !== '/') return void answer.writeHead(404).end()
  answer.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  })
  answer.end(postPage(received))
}
