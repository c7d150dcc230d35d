import type { Language } from './languages'

/** Dates as people say them, in the reader's language and Swedish time. Legal days are 'YYYY-MM-DD'. */
export type Dates = {
  /** "tisdag 14 april", with the year when it is another than now */
  day: (day: string | Date) => string
  /** "14 april", with the year when it is another than now */
  short: (day: string | Date) => string
  /** "i dag 09.05", "i går 09.05", else "tisdag 14 april 09.05" */
  when: (moment: string | Date) => string
  /** "14 april 2026 15.30" */
  exact: (moment: string | Date) => string
  /** "09.05" */
  time: (moment: string | Date) => string
  /** Machine form for <time dateTime>. */
  machine: (moment: string | Date) => string
}

// Numbers stay Western in Arabic: times and case numbers must look the same on paper and on screen.
const locales: Record<Language, string> = {
  sv: 'sv-SE',
  'sv-latt': 'sv-SE',
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  fi: 'fi-FI',
  so: 'so-SO',
}
const zone = 'Europe/Stockholm'

type Format = { format: (moment: Date) => string }
type Formats = Record<'day' | 'dayYear' | 'short' | 'shortYear' | 'time', Format> & {
  relative: Intl.RelativeTimeFormat
}

const formatsByLanguage = new Map<Language, Formats>()
const isoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

function formatsOf(language: Language): Formats {
  const known = formatsByLanguage.get(language)
  if (known) return known
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options })
  const dayYear = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const day = make({ weekday: 'long', day: 'numeric', month: 'long' })
  const formats: Formats = {
    // In Finnish only the form with a year says "on Tuesday": the year is taken off it.
    day: language === 'fi' ? { format: (moment) => dayYear.format(moment).replace(/ \d{4}$/, '') } : day,
    dayYear,
    short: make({ day: 'numeric', month: 'long' }),
    shortYear: make({ day: 'numeric', month: 'long', year: 'numeric' }),
    time: make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    relative: new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }),
  }
  formatsByLanguage.set(language, formats)
  return formats
}

/** @param now decides which days are "today" and "yesterday", and whether a year is said */
export function datesIn(language: Language, now: Date): Dates {
  const formats = formatsOf(language)
  const today = isoDay.format(now)
  const thisYear = today.slice(0, 4)
  // A stored day says its year itself; only moments are asked of the calendar.
  const isThisYear = (value: string | Date) =>
    (isDay(value) ? value : isoDay.format(momentOf(value))).startsWith(thisYear)
  const day = (value: string | Date) =>
    (isThisYear(value) ? formats.day : formats.dayYear).format(momentOf(value))
  const time = (value: string | Date) => withDots(language, formats.time.format(momentOf(value)))
  return {
    day,
    time,
    short: (value) => (isThisYear(value) ? formats.short : formats.shortYear).format(momentOf(value)),
    when: (value) => {
      const moment = momentOf(value)
      const daysAgo = (Date.parse(today) - Date.parse(isoDay.format(moment))) / 86_400_000
      const said = daysAgo === 0 || daysAgo === 1 ? formats.relative.format(-daysAgo, 'day') : day(moment)
      return `${said} ${time(moment)}`
    },
    exact: (value) => `${formats.shortYear.format(momentOf(value))} ${time(value)}`,
    machine: (value) => (isDay(value) ? value : momentOf(value).toISOString()),
  }
}

function isDay(value: string | Date): value is string {
  return typeof value === 'string' && value.length === 10
}

// A legal day has no hour: noon is the same day in Sweden whatever the season.
function momentOf(value: string | Date): Date {
  if (value instanceof Date) return value
  return new Date(isDay(value) ? `${value}T12:00:00Z` : value)
}

// Swedish and Finnish write 09.05.
function withDots(language: Language, time: string): string {
  return language === 'sv' || language === 'sv-latt' || language === 'fi' ? time.replace(':', '.') : time
}
