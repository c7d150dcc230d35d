import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { PushSubscription } from '../../../app/notice/channel/push-subscription.ts'
import type { ReceivedList } from './received.ts'

type Keys = { pair: ECDH; auth: Buffer }
type Options = { origin: () => string; received: ReceivedList; now: () => Date }

/** A push service and the browsers behind it (RFC 8030, 8291, 8292): they read what only they can. */
export function pushService({ origin, received, now }: Options) {
  const browsers = new Map<string, Keys>()
  return {
    /** As PushManager.subscribe gives it to a page. */
    subscribe: (): PushSubscription => {
      const id = randomBytes(16).toString('base64url')
      const pair = createECDH('prime256v1')
      const keys = { pair, auth: randomBytes(16) }
      const p256dh = pair.generateKeys('base64url')
      browsers.set(id, keys)
      return { endpoint: `${origin()}/push/${id}`, keys: { p256dh, auth: keys.auth.toString('base64url') } }
    },
    /** A browser whose owner has taken the permission back. */
    forget: (endpoint: string) => browsers.delete(endpoint.split('/').at(-1)!),
    take: async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
      const keys = browsers.get(asked.url?.split('/').at(-1) ?? '')
      const body = await buffer(asked)
      if (!keys) return void answer.writeHead(410).end()
      if (!asked.headers.authorization?.startsWith('vapid t=')) return void answer.writeHead(401).end()
      if (body.length > 4096) return void answer.writeHead(413).end()
      const said = JSON.parse(opened(body, keys)) as { subject: string; text: string }
      const id = String(asked.headers['topic'])
      received.add({
        by: 'push',
        at: now(),
        id,
        from: '',
        to: asked.url ?? '',
        ...said,
        raw: JSON.stringify(said),
      })
      answer.writeHead(201).end()
    },
  }
}

/** One record of aes128gcm (RFC 8188 2, RFC 8291 3.4). */
function opened(body: Buffer, { pair, auth }: Keys): string {
  const [salt, keyLength] = [body.subarray(0, 16), body[20]!]
  const theirs = body.subarray(21, 21 + keyLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
  const secret = derived(pair.computeSecret(theirs), { salt: auth, info, length: 32 })
  const key = derived(secret, { salt, info: Buffer.from('Content-Encoding: aes128gcm\0'), length: 16 })
  const nonce = derived(secret, { salt, info: Buffer.from('Content-Encoding: nonce\0'), length: 12 })
  const sealed = body.subarray(21 + keyLength)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  // The last byte that is not padding ends the last record.
  return plain.subarray(0, plain.lastIndexOf(2)).toString()
}

type Derived = { salt: Buffer; info: Buffer; length: number }

function derived(secret: Buffer, { salt, info, length }: Derived): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
