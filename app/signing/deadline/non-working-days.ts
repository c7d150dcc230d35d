import Holidays from 'date-holidays'

// Midsummer, Christmas and New Year's Eve count as Sundays for this (lag 1930:173 2 §); the library calls them "bank".
const eves = new Set(['06-19', '06-20', '06-21', '06-22', '06-23', '06-24', '06-25', '12-24', '12-31'])

const sweden = new Holidays('SE')
const byYear = new Map<string, ReadonlySet<string>>()

/** Whether a last day may not fall on it: Saturdays, Sundays, public holidays and the three eves (lag 1930:173 2 §). */
export function isNonWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || holidaysOf(day.slice(0, 4)).has(day)
}

// By date: isHoliday() also says yes to days that are worked.
function holidaysOf(year: string): ReadonlySet<string> {
  const known = byYear.get(year)
  if (known) return known
  const days = new Set(
    sweden
      .getHolidays(year)
      .map(({ date, type }) => ({ day: date.slice(0, 10), type }))
      .filter(({ day, type }) => type === 'public' || (type === 'bank' && eves.has(day.slice(5))))
      .map(({ day }) => day),
  )
  byYear.set(year, days)
  return days
}
