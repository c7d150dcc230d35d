import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DataKeys } from '../../person/data-keys.ts'

export type DeliveryId = { municipalityId: string; deliveryId: string }

/**
 * What a gateway calls back with, in an address: whose receipt it is, signed. Gateways sign nothing, so nobody else can know it, and
 * whoever learns of one has the receipt of one message and no more.
 */
export function receiptToken({ municipalityId, deliveryId }: DeliveryId, keys: DataKeys): string {
  const ids = Buffer.from(`${municipalityId}${deliveryId}`.replaceAll('-', ''), 'hex')
  return Buffer.concat([ids, signatureOf(ids, keys)]).toString('base64url')
}

/** Null for what was not made by {@link receiptToken} with this key. */
export function deliveryOf(token: string, keys: DataKeys): DeliveryId | null {
  if (!/^[A-Za-z0-9_-]{86}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const [ids, signature] = [bytes.subarray(0, 32), bytes.subarray(32)]
  if (!timingSafeEqual(signature, signatureOf(ids, keys))) return null
  return { municipalityId: uuidOf(ids.subarray(0, 16)), deliveryId: uuidOf(ids.subarray(16)) }
}

function signatureOf(ids: Uint8Array, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update('notice receipt ').update(ids).digest()
}

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
