import { expect, test } from 'vitest'
import { workingDaysAfter } from './working-days.ts'

test.each([
  ['2026-09-15', 3, '2026-09-18', 'Tuesday to Friday'],
  ['2026-09-17', 3, '2026-09-22', 'over a weekend'],
  ['2026-09-19', 1, '2026-09-21', 'from a Saturday'],
  ['2026-12-22', 2, '2026-12-28', 'over Christmas Eve, which is no working day'],
  ['2026-06-18', 1, '2026-06-22', 'over Midsummer Eve'],
  ['2026-12-30', 1, '2027-01-04', 'over New Year'],
])('%s and %i working days is %s: %s', (from, count, day) => {
  expect(workingDaysAfter(from, count)).toBe(day)
})
