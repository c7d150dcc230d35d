import { createHmac } from 'node:crypto'
import { birthOf } from './birth-of-number.ts'
import type { DataKeys } from './data-keys.ts'
import { seal, unseal } from './sealed.ts'
import { stockholmClock } from '../calendar/stockholm-moment.ts'

/** The keyed hash for look-up. Twelve digits in, 32 bytes out. */
export function lookupHash(number: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(number).digest()
}

/** The keyed hash for somebody's account at a broker. Never that of a number, which has no space in it. */
export function accountHash(account: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(`account ${account}`).digest()
}

/** The keyed hash that names a signer in what is signed, in hex. Never that of a number, which has no space in it. */
export function signerHash(number: string, keys: DataKeys): string {
  return createHmac('sha256', keys.lookup).update(`signer ${number}`).digest('hex')
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
 * Whether twelve digits are a possible personnummer or samordningsnummer: a birth that may have been (birthOf), not in
 * the future by Swedish time, at most 120 years ago, and a right check digit (folkbokföringslag 1991:481 18 §).
 */
export function isPersonalIdentityNumber(text: string, now: Date): boolean {
  if (!/^\d{12}$/.test(text)) return false
  const birth = birthOf(text)
  const today = stockholmClock(now).day
  if (!birth || birth.earliest > today || yearOf(today) - yearOf(birth.earliest) > 120) return false
  return passesLuhn(text.slice(2))
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** ISO/IEC 7812-1 annex B. Ten digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const weighed = Number(digits[at]) * (at % 2 === 0 ? 2 : 1)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
