import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { createServer, type TLSSocket } from 'node:tls'
import type { ServerCertificate } from '../../services/demo/post/certificate.ts'

/** What a mail server answers at a step instead of what it should; `cut` ends the line without a word. */
export type Script = Partial<Record<'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'body', string>>

/** A mail server behind TLS from the first byte that takes everything from everybody, but for what its script says. */
export async function startScriptedMail(certificate: ServerCertificate, script: Script) {
  const bodies: string[] = []
  const sockets = new Set<TLSSocket>()
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    void talk(socket, script, bodies)
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** What came of messages, each with its head. */
    bodies,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

async function talk(socket: TLSSocket, script: Script, bodies: string[]): Promise<void> {
  const say = (step: keyof Script, otherwise: string) => {
    const answer = script[step] ?? otherwise
    if (answer === 'cut') socket.destroy()
    else socket.write(`${answer}\r\n`)
  }
  say('greeting', '220 localhost')
  let body: string[] | null = null
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (body) {
      if (line !== '.') {
        body.push(line)
        continue
      }
      bodies.push(body.join('\n'))
      body = null
      say('body', '250 2.0.0 taken')
    } else if (/^(EHLO|RSET|QUIT)/.test(line)) socket.write('250 localhost\r\n')
    else if (line.startsWith('MAIL')) say('MAIL', '250 2.1.0 ok')
    else if (line.startsWith('RCPT')) say('RCPT', '250 2.1.5 ok')
    else if (line === 'DATA') {
      if (!script.DATA) body = []
      say('DATA', '354 go on')
    }
  }
}
