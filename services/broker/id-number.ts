export type IdNumber = {
  digits: string
  kind: 'personalIdentityNumber' | 'coordinationNumber'
  /** ISO date. */
  birthdate: string
}

export type IdNumberProblem = 'format' | 'date' | 'future' | 'checkDigit'

const OLDEST_AGE = 120

/**
 * Personnummer (folkbokföringslag (1991:481) 18 §) or samordningsnummer (lag (2022:1697) 2 kap. 8 §).
 * Ten digits are refused: the century would be a guess. `today` is an ISO date in Stockholm.
 */
export function parseIdNumber(text: string, today: string): IdNumber | { problem: IdNumberProblem } {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d{12}$/.test(digits)) return { problem: 'format' }

  const day = Number(digits.slice(6, 8))
  const coordinated = day > 60
  const birthdate = [digits.slice(0, 4), digits.slice(4, 6), twoDigits(coordinated ? day - 60 : day)].join(
    '-',
  )
  if (!isRealDate(birthdate) || Number(today.slice(0, 4)) - Number(birthdate.slice(0, 4)) > OLDEST_AGE) {
    return { problem: 'date' }
  }
  if (birthdate > today) return { problem: 'future' }
  if (!hasValidCheckDigit(digits.slice(2))) return { problem: 'checkDigit' }

  return { digits, kind: coordinated ? 'coordinationNumber' : 'personalIdentityNumber', birthdate }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function isRealDate(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
}

/** Luhn: weights 2,1,2,1,… over the ten digits. */
function hasValidCheckDigit(tenDigits: string): boolean {
  const sum = Array.from(tenDigits)
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0)
  return sum % 10 === 0
}

export function stockholmDate(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(moment)
}
