import { randomBytes } from 'node:crypto'
import type { DataKeys } from '../person/data-keys.ts'
import { decrypt, encrypt, seal, unseal } from '../person/sealed.ts'

/** A 32-byte key, and the same encrypted with the data keys for `key_encrypted`. */
export function newSoundKey(dataKeys: DataKeys): { key: Buffer; encrypted: Buffer } {
  const key = randomBytes(32)
  return { key, encrypted: seal(key, dataKeys) }
}

/** @throws Error if the data key is unknown or the bytes were changed */
export function openSoundKey(encrypted: Buffer, dataKeys: DataKeys): Buffer {
  return unseal(encrypted, dataKeys)
}

/** Stored as nonce (12), tag (16), bytes. */
export function encryptSound(key: Buffer, bytes: Uint8Array): Buffer {
  return encrypt(key, bytes)
}

/** @throws Error if the bytes were changed or belong to another recording */
export function decryptSound(key: Buffer, stored: Buffer): Buffer {
  return decrypt(key, stored)
}
