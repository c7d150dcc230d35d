import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { DataKeys } from './data-keys.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM with the newest data key: key id, nonce (12), tag (16), cipher text. The key id is authenticated too, and so
 * is `place`, which is not stored: what was sealed for one place opens at no other.
 */
export function seal(plain: Uint8Array, keys: DataKeys, place = ''): Buffer {
  const { id, key } = keys.encryption[0]!
  const head = Buffer.concat([Buffer.from([id.length]), Buffer.from(id)])
  return Buffer.concat([head, encrypt(key, plain, besideOf(head, place))])
}

/** @throws Error when the key is unknown, the bytes were changed or they were sealed for another place */
export function unseal(stored: Buffer, keys: DataKeys, place = ''): Buffer {
  const head = stored.subarray(0, 1 + (stored[0] ?? 0))
  const id = head.subarray(1).toString()
  const key = keys.encryption.find((entry) => entry.id === id)?.key
  if (!key) throw new Error(`no key "${id}"`)
  return decrypt(key, stored.subarray(head.length), besideOf(head, place))
}

const besideOf = (head: Uint8Array, place: string) => Buffer.concat([head, Buffer.from(place)])

/** Nonce (12), tag (16), cipher text. `beside` is authenticated but not stored. */
export function encrypt(key: Buffer, plain: Uint8Array, beside: Uint8Array = Buffer.alloc(0)): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(beside)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** @throws Error when the bytes were changed, or the key or `beside` is another */
export function decrypt(key: Buffer, stored: Buffer, beside: Uint8Array = Buffer.alloc(0)): Buffer {
  const tagged = NONCE_BYTES + TAG_BYTES
  const decipher = createDecipheriv(CIPHER, key, stored.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(beside)
    .setAuthTag(stored.subarray(NONCE_BYTES, tagged))
  return Buffer.concat([decipher.update(stored.subarray(tagged)), decipher.final()])
}
