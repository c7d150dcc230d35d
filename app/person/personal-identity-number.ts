import { createHmac } from 'node:crypto'
import { seal, unseal } from './sealed.ts'

/** Keys for personal identity numbers, from DATA_KEYS: one for look-up, the rest for encryption, newest first. */
export type DataKeys = { lookup: Buffer; encryption: readonly { id: string; key: Buffer }[] }

/**
 * Reads DATA_KEYS: `lookup=<base64>,<id>=<base64>,…`, each key 32 bytes. The first encryption key encrypts;
 * all decrypt, so a key is changed by putting a new one in front.
 * @throws Error naming what is wrong, never the key
 */
export function parseDataKeys(text: string): DataKeys {
  const entries = text.split(',').map((part) => {
    const at = part.indexOf('=')
    const id = part.slice(0, at).trim()
    const key = Buffer.from(part.slice(at + 1), 'base64')
    if (at < 1 || key.length !== 32) throw new Error(`key "${id}" is not 32 bytes of base64`)
    return { id, key }
  })
  const lookup = entries.find((entry) => entry.id === 'lookup')
  const encryption = entries.filter((entry) => entry.id !== 'lookup')
  if (!lookup || encryption.length === 0) throw new Error('one key named lookup and one more are needed')
  return { lookup: lookup.key, encryption }
}

/** The keyed hash a number is found by. Twelve digits in, 32 bytes out. */
export function lookupHash(number: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(number).digest()
}

/** Sealed with the newest data key (sealed.ts). */
export function encryptNumber(number: string, keys: DataKeys): Buffer {
  return seal(Buffer.from(number), keys)
}

/** @throws Error when the key is unknown or the bytes were changed */
export function decryptNumber(stored: Buffer, keys: DataKeys): string {
  return unseal(stored, keys).toString()
}

/**
 * Whether twelve digits are a possible personnummer or samordningsnummer (day + 60): a real date that is not
 * in the future, at most 120 years ago, and a right check digit (folkbokföringslag 1991:481 18 §).
 */
export function isPersonalIdentityNumber(text: string, now: Date): boolean {
  if (!/^\d{12}$/.test(text)) return false
  const day = Number(text.slice(6, 8))
  const birth = `${text.slice(0, 4)}-${text.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`
  const date = new Date(`${birth}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birth) return false
  if (date > now || now.getUTCFullYear() - date.getUTCFullYear() > 120) return false
  return passesLuhn(text.slice(2))
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
