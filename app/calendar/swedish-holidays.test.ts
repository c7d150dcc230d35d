import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { swedishHolidays } from './swedish-holidays.ts'

// The library calls the three eves "bank", as it does days that are worked.
const eves = new Set(['06-19', '06-20', '06-21', '06-22', '06-23', '06-24', '06-25', '12-24', '12-31'])
const sweden = new Holidays('SE')
const years = Array.from({ length: 195 }, (_, index) => 2005 + index)

test('the holidays of each year until 2199 are those that a library of all countries knows', () => {
  const known = (year: number) =>
    sweden
      .getHolidays(year)
      .map(({ date, type }) => ({ day: date.slice(0, 10), type }))
      .filter(({ day, type }) => type === 'public' || (type === 'bank' && eves.has(day.slice(5))))
      .map(({ day }) => day)
  for (const year of years)
    expect([...swedishHolidays(year)].sort()).toEqual([...new Set(known(year))].sort())
})
