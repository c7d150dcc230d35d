import { expect, test } from 'vitest'
import { stockholmClock, stockholmMoment } from './stockholm-moment'

test.each([
  ['a summer day', '2026-09-15', '09:00', '2026-09-15T07:00:00.000Z'],
  ['a winter day', '2026-01-15', '09:00', '2026-01-15T08:00:00.000Z'],
  ['the last minute before winter time', '2026-10-25', '02:59', '2026-10-25T00:59:00.000Z'],
  ['the hour that spring leaves out', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
])('the clock of %s is read in Swedish time', (_what, day, time, moment) => {
  expect(stockholmMoment(day, time)?.toISOString()).toBe(moment)
})

test.each([
  ['2026-02-30', '09:00'],
  ['2026-13-01', '09:00'],
  ['2026-09-15', '25:00'],
  ['0000-01-01', '09:00'],
  ['1899-12-31', '09:00'],
  ['2200-01-01', '09:00'],
  ['9999-12-31', '23:59'],
  ['15/9', '9'],
  ['', ''],
])('%s %s is no moment', (day, time) => {
  expect(stockholmMoment(day, time)).toBeNull()
})

test('a moment is shown as the clock in Sweden shows it', () => {
  expect(stockholmClock(new Date('2026-09-15T22:30:00Z'))).toEqual({ day: '2026-09-16', time: '00:30' })
})
