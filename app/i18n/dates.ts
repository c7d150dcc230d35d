import type { Language } from './languages'

/** Dates in words, in the reader's language and Swedish time. Legal days are 'YYYY-MM-DD'. */
export type Dates = {
  /** "tisdag 14 april", with the year when it is not this year */
  day: (day: string | Date) => string
  /** "14 april", with the year when it is not this year */
  short: (day: string | Date) => string
  /** "i dag 09.05", "i går 09.05", else "tisdag 14 april 09.05" */
  when: (moment: string | Date) => string
  /** "14 april 2026" */
  full: (day: string | Date) => string
  /** "14 april 2026 15.30" */
  exact: (moment: string | Date) => string
  /** "09.05" */
  time: (moment: string | Date) => string
  machine: (moment: string | Date) => string
}

// Western digits in Arabic too: times and case numbers must look the same on paper and on screen.
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
    (language === 'so' ? dayBeforeMonth : asItIs)(
      new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options }),
    )
  const dayYear = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const day = make({ weekday: 'long', day: 'numeric', month: 'long' })
  const formats: Formats = {
    // In Finnish only the format with a year says "on Tuesday", so the year is removed afterwards.
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

function asItIs(format: Intl.DateTimeFormat): Format {
  return format
}

// Unicode's Somali pattern is the American one, month first. Somali is spoken "16 Sebtembar 2026".
function dayBeforeMonth(format: Intl.DateTimeFormat): Format {
  return {
    format: (moment) => {
      const parts = new Map(format.formatToParts(moment).map((part) => [part.type, part.value]))
      const day = parts.get('day')
      if (!day) return format.format(moment)
      const said = [day, parts.get('month'), parts.get('year')].filter(Boolean).join(' ')
      const weekday = parts.get('weekday')
      return weekday ? `${weekday}, ${said}` : said
    },
  }
}

/** @param now decides "today", "yesterday" and whether the year is shown */
export function datesIn(language: Language, now: Date): Dates {
  const formats = formatsOf(language)
  const today = isoDay.format(now)
  const thisYear = today.slice(0, 4)
  // A stored day contains its year; only moments need the calendar.
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
    full: (value) => formats.shortYear.format(momentOf(value)),
    exact: (value) => `${formats.shortYear.format(momentOf(value))} ${time(value)}`,
    machine: (value) => (isDay(value) ? value : momentOf(value).toISOString()),
  }
}

function isDay(value: string | Date): value is string {
  return typeof value === 'string' && value.length === 10
}

// A legal day has no hour: noon is the same Swedish day in summer and winter time.
function momentOf(value: string | Date): Date {
  if (value instanceof Date) return value
  return new Date(isDay(value) ? `${value}T12:00:00Z` : value)
}

// Swedish and Finnish write 09.05.
function withDots(language: Language, time: string): string {
  return language === 'sv' || language === 'sv-latt' || language === 'fi' ? time.replace(':', '.') : time
}
