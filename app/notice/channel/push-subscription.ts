import { isIP } from 'node:net'
import { z } from 'zod'

const bytesOf = (length: number) => (text: string) => Buffer.from(text, 'base64url').length === length

const shape = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(2000),
  keys: z.object({
    // A point on P-256 and a secret (RFC 8291 3.1).
    p256dh: z.string().max(100).refine(bytesOf(65)),
    auth: z.string().max(40).refine(bytesOf(16)),
  }),
})

/** Where a browser takes in pushes, and the keys it reads them with (PushSubscription.toJSON). */
export type PushSubscription = z.infer<typeof shape>

/** Null for what is no subscription, or one to an address with a port, a user or a bare IP address: no push service has one. */
export function pushSubscriptionIn(text: string): PushSubscription | null {
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const { username, password, hash, port, hostname } = new URL(parsed.data.endpoint)
  if (username || password || hash) return null
  const isPlainName = port === '' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0
  // The demo's push service is on this machine. Anywhere else nothing is sent to it (public-host.ts).
  return isPlainName || hostname === 'localhost' ? parsed.data : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
