/** The days somebody may have been born on, as YYYY-MM-DD: one and the same when it is known. */
export type Birth = { earliest: string; latest: string }

/**
 * Of twelve digits. In a samordningsnummer the day has 60 added, and stands as 60 where it is not known; an unknown
 * month is 00 (lag 2022:1697 2 kap. 8 §, folkbokföringslag 1991:481 18 a §).
 * @returns null when there is no such day
 */
export function birthOf(number: string): Birth | null {
  const [year, month, day] = [number.slice(0, 4), number.slice(4, 6), Number(number.slice(6, 8))]
  if (day < 60) return dayOf(year, month, day)
  if (month === '00') return day > 91 ? null : { earliest: `${year}-01-01`, latest: `${year}-12-31` }
  return day === 60 ? monthOf(year, month) : dayOf(year, month, day - 60)
}

export function isCoordinationNumber(number: string): boolean {
  return Number(number.slice(6, 8)) >= 60
}

function dayOf(year: string, month: string, day: number): Birth | null {
  const date = `${year}-${month}-${String(day).padStart(2, '0')}`
  return isDay(date) ? { earliest: date, latest: date } : null
}

function monthOf(year: string, month: string): Birth | null {
  if (!isDay(`${year}-${month}-01`)) return null
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` }
}

function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
}
