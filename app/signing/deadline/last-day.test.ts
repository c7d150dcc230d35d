import { expect, test } from 'vitest'
import { lastDayOfWeeks } from './last-day.ts'
import { isNonWorkingDay } from '../../calendar/working-days.ts'

test.each([
  ['2026-06-19', true, 'Midsummer Eve'],
  ['2026-12-24', true, 'Christmas Eve'],
  ['2026-12-31', true, "New Year's Eve"],
  ['2026-11-11', false, 'a Wednesday that a calendar calls Armistice Day or nothing'],
  ['2038-06-03', true, 'Ascension Day, late'],
  ['2026-04-30', false, 'Walpurgis Night is worked'],
  ['2026-01-05', false, 'the eve of Epiphany is worked'],
  ['2026-04-02', false, 'Maundy Thursday is worked'],
  ['2026-06-06', true, 'the National Day, a Saturday'],
  ['2024-06-06', true, 'the National Day, a Thursday'],
  ['2026-10-31', true, "All Saints' Day, a Saturday"],
  ['2026-10-30', false, "the Friday before All Saints' Day"],
  ['2026-10-06', false, 'a Tuesday'],
  ['2026-10-03', true, 'a Saturday'],
  ['2026-10-04', true, 'a Sunday'],
])('%s: a last day may not fall on it: %s (%s)', (day, expected) => {
  expect(isNonWorkingDay(day)).toBe(expected)
})

test.each([
  ['2026-09-15', 3, '2026-10-06', 'the same weekday three weeks on'],
  ['2026-05-29', 3, '2026-06-22', 'Midsummer Eve moves it over the weekend to Monday'],
  ['2026-12-03', 3, '2026-12-28', 'Christmas Eve, a Thursday, moves it past the holiday and the weekend'],
  ['2026-12-10', 3, '2027-01-04', "New Year's Eve moves it into the next year"],
  ['2038-05-13', 3, '2038-06-04', 'Ascension Day moves it to the Friday'],
  ['2026-10-21', 3, '2026-11-11', 'a working 11 November stays'],
  ['2026-09-12', 3, '2026-10-05', 'a Saturday moves to Monday'],
  ['2028-02-08', 3, '2028-02-29', 'a leap day'],
  ['2026-03-24', 3, '2026-04-14', 'over the change to summer time'],
])('received on %s, %d weeks end on %s: %s', (received, weeks, last) => {
  expect(lastDayOfWeeks(received, weeks)).toBe(last)
})
