/** Hours as a municipality writes them, "vardagar 16–08, helger dygnet runt", read part by part. */
export type HoursPart = { days: DaysWord | null } & ({ from: string; to: string } | { from: null })
type DaysWord = 'weekdays' | 'weekends' | 'everyDay' | 'mondayToFriday'

const daysWords: Record<string, DaysWord> = {
  vardagar: 'weekdays',
  vardag: 'weekdays',
  helger: 'weekends',
  helg: 'weekends',
  'alla dagar': 'everyDay',
  dagligen: 'everyDay',
  'måndag-fredag': 'mondayToFriday',
  'mån-fre': 'mondayToFriday',
}
const roundTheClock = ['dygnet runt', 'hela dygnet']
const span = /^(?:klockan |kl\.? ?)?(\d{1,2}(?:[.:]\d{2})?)-(\d{1,2}(?:[.:]\d{2})?)$/
const daysWord = new RegExp(`^(${Object.keys(daysWords).join('|')})(?: |$)`)

/** @returns null as soon as one part is not understood: half of the hours would be wrong hours */
export function readHours(written: string): HoursPart[] | null {
  const plain = written.trim().toLowerCase().replace(/\.$/, '').replaceAll(/\s+/g, ' ')
  const parts = plain.replaceAll(/ ?[-–—] ?/g, '-').split(/, ?(?:och )?| och /)
  const read = parts.map(partOf)
  return read.every((part) => part !== null) ? read : null
}

function partOf(written: string): HoursPart | null {
  const word = daysWord.exec(written)?.[1] ?? ''
  const days = daysWords[word] ?? null
  const rest = written.slice(word.length).trim()
  if (roundTheClock.includes(rest)) return { days, from: null }
  const [, first, last] = span.exec(rest) ?? []
  const [from, to] = [clockOf(first), clockOf(last)]
  return from && to ? { days, from, to } : null
}

/** "8" and "8.30" as "08:00" and "08:30"; null for what no clock shows. */
function clockOf(written: string | undefined): string | null {
  const [hour = '', minute = '00'] = (written ?? '').split(/[.:]/)
  if (hour === '' || Number(hour) > 24 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
