import { PassThrough } from 'node:stream'
import { createTransport } from 'nodemailer'
import { htmlLang } from '../../../app/i18n/languages.ts'
import { faultOf, type Send, type SendOutcome } from './sender.ts'

export type MailSettings = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS, without which nothing is sent. */
  isSecure: boolean
  auth: { user: string; pass: string } | null
  from: { name: string; address: string }
}

/** One connection a message: one that is kept can be lost between two, and the library would send again by itself. */
export function mailSender({ host, port, isSecure, auth, from }: MailSettings): Send {
  return async ({ deliveryId, address, words, language }, signal) => {
    const transport = createTransport({
      host,
      port,
      secure: isSecure,
      requireTLS: !isSecure,
      ...(auth ? { auth } : {}),
      tls: { minVersion: 'TLSv1.2' },
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    // The message is read when the server has let us in. A line that is lost before that has carried nothing of it; of one that is
    // lost later the library does not say how far it came.
    let isBegun = false
    transport.use('stream', ({ message }, done) => {
      message.transform(() => {
        isBegun = true
        return new PassThrough()
      })
      done()
    })
    const brokenOff = new Promise<never>((_resolve, reject) => {
      signal.addEventListener(
        'abort',
        () => reject(Object.assign(new Error('too slow'), { code: 'ESLOW' })),
        { once: true },
      )
    })
    try {
      const sent = transport.sendMail({
        from,
        to: { name: '', address },
        subject: words.subject,
        text: words.text,
        messageId: `<${deliveryId}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
        // RFC 3834: no answer of a machine to a machine.
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': htmlLang[language] },
      })
      sent.catch(() => undefined)
      await Promise.race([sent, brokenOff])
      return { outcome: 'sent' }
    } catch (error) {
      return outcomeOf(error as MailError, isBegun)
    } finally {
      transport.close()
    }
  }
}

type MailError = { code?: string; command?: string; responseCode?: number; response?: string }

/** What keeps every other message from going too, unless the server was taking this one in. */
const connectionFaults = [
  'EDNS',
  'ECONNECTION',
  'ECONNREFUSED',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EPROTOCOL',
]

function outcomeOf(error: MailError, isBegun: boolean): SendOutcome {
  const { code, command, responseCode } = error
  if (isOfAddress(error)) return { outcome: 'bounced', because: 'bounced' }
  return {
    outcome: 'failed',
    fault: faultOf(code, responseCode),
    // A server that has answered has said that it did not take it.
    maybeSent: isBegun && responseCode === undefined,
    isAway:
      command !== 'DATA' && (responseCode === 421 || (code !== undefined && connectionFaults.includes(code))),
  }
}

// RFC 3463 3.2 and 3.3, RFC 7505: there is no such mailbox or system, or it takes nothing any more.
const ofAddress = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']

/**
 * A permanent no by an enhanced code (RFC 3463) that speaks of whom it goes to, said of the recipient or the message. Any other no may
 * be about us: 5.1.7 and 5.1.8 are of the sender, 5.7.x is what the server thinks of us, and a bare 550 is any of these.
 */
function isOfAddress({ command = '', responseCode = 0, response = '' }: MailError): boolean {
  if (responseCode < 500 || responseCode > 599 || !['RCPT TO', 'DATA'].includes(command)) return false
  const enhanced = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})/.exec(response)?.[1]
  return enhanced !== undefined && ofAddress.includes(enhanced)
}
