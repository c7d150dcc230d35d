export type IdNumber = {
  digits: string
  kind: 'personalIdentityNumber' | 'coordinationNumber'
  /** ISO date, or the year alone (OpenID Connect Core 5.1). */
  birthdate: string
}

export type IdNumberProblem = 'format' | 'date' | 'future' | 'checkDigit'

const OLDEST_AGE = 120

/**
 * Personnummer (folkbokföringslag (1991:481) 18 §) or samordningsnummer (lag (2022:1697) 2 kap. 8 §), whose month may be
 * 00 and day 60: not known. Ten digits are refused: the century would be a guess. `today` is an ISO date in Stockholm.
 */
export function parseIdNumber(text: string, today: string): IdNumber | { problem: IdNumberProblem } {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d{12}$/.test(digits)) return { problem: 'format' }

  const birthdate = birthdateOf(digits)
  if (!birthdate || Number(today.slice(0, 4)) - Number(birthdate.slice(0, 4)) > OLDEST_AGE) {
    return { problem: 'date' }
  }
  if (birthdate > today) return { problem: 'future' }
  if (!hasValidCheckDigit(digits.slice(2))) return { problem: 'checkDigit' }

  const kind = Number(digits.slice(6, 8)) >= 60 ? 'coordinationNumber' : 'personalIdentityNumber'
  return { digits, kind, birthdate }
}

function birthdateOf(digits: string): string | null {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), Number(digits.slice(6, 8))]
  const isKnown = day < 60 || (month !== '00' && day > 60)
  const date = [year, isKnown || month !== '00' ? month : '01', twoDigits(isKnown ? day % 60 : 1)].join('-')
  if (!isRealDate(date) || day > 91) return null
  return isKnown ? date : year
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
