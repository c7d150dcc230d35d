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
 * Whether twelve digits are a possible personnummer or samordningsnummer: a real date, not in the future, at most 120
 * years ago, and a right check digit (folkbokföringslag 1991:481 18 §). A samordningsnummer has 60 added to the day
 * (lag 2022:1697 2 kap. 8 §), and zeros for a month or a day that is not known.
 */
export function isPersonalIdentityNumber(text: string, now: Date): boolean {
  if (!/^\d{12}$/.test(text) || !passesLuhn(text.slice(2))) return false
  const date = new Date(`${birthDayIn(text)}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birthDayIn(text)) return false
  return date <= now && now.getUTCFullYear() - date.getUTCFullYear() <= 120
}

/** 60 is added to the day (lag 2022:1697 2 kap. 8 §). */
export const isCoordinationNumber = (number: string): boolean => Number(number.slice(6, 8)) >= 60

/** 'YYYY-MM-DD'; the first of what is not known of a samordningsnummer. */
function birthDayIn(number: string): string {
  const [year, month, day] = [number.slice(0, 4), number.slice(4, 6), Number(number.slice(6, 8))]
  if (!isCoordinationNumber(number)) return `${year}-${month}-${String(day).padStart(2, '0')}`
  const known = [month === '00' ? 1 : Number(month), Math.max(1, day - 60)]
  return [year, ...known.map((part) => String(part).padStart(2, '0'))].join('-')
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
