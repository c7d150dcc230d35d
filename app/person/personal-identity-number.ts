import { createHmac } from 'node:crypto'
import type { DataKeys } from './data-keys.ts'
import { seal, unseal } from './sealed.ts'

/** The keyed hash for look-up. Twelve digits in, 32 bytes out. */
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
 * Whether twelve digits are a possible personnummer or samordningsnummer (day + 60): a real date, not in the future,
 * at most 120 years ago, and a right check digit (folkbokföringslag 1991:481 18 §).
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
