import { createTransport } from 'nodemailer'
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
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      })
      sent.catch(() => undefined)
      await Promise.race([sent, brokenOff])
      return { outcome: 'sent' }
    } catch (error) {
      return outcomeOf(error as MailError)
    } finally {
      transport.close()
    }
  }
}

type MailError = { code?: string; command?: string; responseCode?: number; response?: string }

/** What kept us from saying anything of the message at all. */
const beforeMessage = [
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

function outcomeOf(error: MailError): SendOutcome {
  const { code, command, responseCode } = error
  if (isOfAddress(error)) return { outcome: 'bounced', because: 'bounced' }
  const isMidway = command === 'DATA' || code === 'ESLOW'
  return {
    outcome: 'failed',
    fault: faultOf(code, responseCode),
    // A server that has answered has said that it did not take it.
    maybeSent: isMidway && responseCode === undefined,
    isAway: !isMidway && (responseCode === 421 || (code !== undefined && beforeMessage.includes(code))),
  }
}

/**
 * A 5xx of the recipient (RFC 5321 4.2.1). By its enhanced code (RFC 3463) only one of the address or the mailbox: 5.7.x is what the
 * server thinks of us, and 5.2.2 a mailbox that is full today.
 */
function isOfAddress({ command, responseCode = 0, response = '' }: MailError): boolean {
  if (responseCode < 500 || responseCode > 599) return false
  const enhanced = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})/.exec(response)?.[1]
  if (enhanced) return enhanced.startsWith('5.1.') || enhanced === '5.2.1'
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode)
}
