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

/**
 * The day by which something counted in working days from a day is to be done; that day itself is not counted.
 * @param day a Swedish day, "YYYY-MM-DD"
 */
export function workingDaysAfter(day: string, count: number): string {
  const at = new Date(`${day}T12:00Z`)
  for (let left = count; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1)
    if (!isNonWorkingDay(dayOf(at))) left -= 1
  }
  return dayOf(at)
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

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
