import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { serverCertificate } from '../../../services/demo/post/certificate.ts'

// A mail server that can be killed: what it has said yes to lies on disk, by id and receiver, one line each.
const { MAIL_PORT: port, MAIL_FOLDER: folder, MAIL_FILE: file } = process.env
const certificate = await serverCertificate(folder!)
const accepted = openSync(file!, 'a')
const server = new SMTPServer({
  key: certificate.key,
  cert: certificate.cert,
  authOptional: true,
  disabledCommands: ['AUTH'],
  disableReverseLookup: true,
  onData: (stream, { envelope }, done) => {
    void text(stream).then((raw) => {
      const id = /^message-id:\s*<([^@>]+)@/im.exec(raw)?.[1]
      writeSync(accepted, `${id} ${envelope.rcptTo.map(({ address }) => address).join(',')}\n`)
      fsyncSync(accepted)
      done()
    }, done)
  },
})
server.on('error', () => undefined)
server.listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
process.on('exit', () => closeSync(accepted))
