import { randomBytes } from 'node:crypto'
import type { DataKeys } from '../person/data-keys.ts'
import { decrypt, encrypt, seal, unseal } from '../person/sealed.ts'

/** A key for one recording's sound: 32 bytes, and the same sealed with the data keys as `key_encrypted` holds it. */
export function newSoundKey(dataKeys: DataKeys): { key: Buffer; encrypted: Buffer } {
  const key = randomBytes(32)
  return { key, encrypted: seal(key, dataKeys) }
}

/** @throws Error when the data key is unknown or the bytes were changed */
export function openSoundKey(encrypted: Buffer, dataKeys: DataKeys): Buffer {
  return unseal(encrypted, dataKeys)
}

/** One part of a recording or of a file as it is stored: nonce (12), tag (16), bytes. */
export function encryptSound(key: Buffer, bytes: Uint8Array): Buffer {
  return encrypt(key, bytes)
}

/** @throws Error when the bytes were changed or belong to another recording */
export function decryptSound(key: Buffer, stored: Buffer): Buffer {
  return decrypt(key, stored)
}
