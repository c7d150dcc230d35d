import { swedishHolidays } from './swedish-holidays.ts'

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

function holidaysOf(year: string): ReadonlySet<string> {
  const days = byYear.get(year) ?? swedishHolidays(Number(year))
  byYear.set(year, days)
  return days
}
