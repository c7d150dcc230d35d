import { expect, test } from 'vitest'
import { datesIn } from './dates.ts'
import { languageFromHeader, type Language } from './languages.ts'

// Tuesday 15 September 2026, 09:00 in Sweden.
const now = new Date('2026-09-15T07:00:00Z')

test.each([
  ['sv', 'tisdag 14 april', 'i går 09.05', '14 april 2026 15.30'],
  ['sv-latt', 'tisdag 14 april', 'i går 09.05', '14 april 2026 15.30'],
  ['en', 'Tuesday 14 April', 'yesterday 09:05', '14 April 2026 15:30'],
  ['so', 'Talaado, 14 Abriil', 'Shalay 09:05', '14 Abriil 2026 15:30'],
  ['fi', 'tiistaina 14. huhtikuuta', 'eilen 09.05', '14. huhtikuuta 2026 15.30'],
] satisfies [Language, string, string, string][])(
  'dates in %s are as people say them',
  (language, day, when, exact) => {
    const dates = datesIn(language, now)
    expect(dates.day('2026-04-14')).toBe(day)
    expect(dates.when('2026-09-14T07:05:00Z')).toBe(when)
    expect(dates.exact('2026-04-14T13:30:00Z')).toBe(exact)
  },
)

test('Somali says the day before the month in every form, with and without weekday and year', () => {
  const dates = datesIn('so', now)
  expect(dates.day('2026-09-16')).toBe('Arbaco, 16 Sebtembar')
  expect(dates.day('2027-09-16')).toBe('Khamiis, 16 Sebtembar 2027')
  expect(dates.short('2026-03-03')).toBe('3 Maarso')
  expect(dates.short('2027-03-12')).toBe('12 Maarso 2027')
  expect(dates.full('2026-09-16')).toBe('16 Sebtembar 2026')
  expect(dates.when('2026-03-12T13:30:00Z')).toBe('Khamiis, 12 Maarso 14:30')
})

test('Arabic keeps Western digits, as on paper', () => {
  const dates = datesIn('ar', now)
  expect(dates.time('2026-09-14T07:05:00Z')).toBe('09:05')
  expect(dates.exact('2026-04-14T13:30:00Z')).toMatch(/14.*2026.*15:30/)
})

test('a year is said only when it is another than now', () => {
  const dates = datesIn('sv', now)
  expect(dates.short('2026-10-02')).toBe('2 oktober')
  expect(dates.short('2027-01-02')).toBe('2 januari 2027')
})

test('a legal day is the same day at any hour, and a moment before midnight is that evening in Sweden', () => {
  const dates = datesIn('sv', new Date('2026-09-15T22:30:00Z'))
  expect(dates.when('2026-09-15T21:59:00Z')).toBe('i går 23.59')
  expect(dates.when('2026-09-15T22:01:00Z')).toBe('i dag 00.01')
  expect(dates.day('2026-12-31')).toBe('torsdag 31 december')
})

test('the hour that comes twice in autumn and the one that is missing in spring are told as the clock shows', () => {
  const dates = datesIn('sv', now)
  expect(dates.time('2026-10-25T00:30:00Z')).toBe('02.30')
  expect(dates.time('2026-10-25T01:30:00Z')).toBe('02.30')
  expect(dates.time('2026-03-29T01:30:00Z')).toBe('03.30')
})

test.each([
  ['ar,en;q=0.8', 'ar'],
  ['de-DE,fi;q=0.5,en;q=0.9', 'en'],
  ['so-SO', 'so'],
  ['de', 'sv'],
  ['', 'sv'],
  [undefined, 'sv'],
  ['en;q=0, fi', 'fi'],
  ['sv;q=wrong', 'sv'],
])('a browser that wishes for %s gets %s', (header, language) => {
  expect(languageFromHeader(header)).toBe(language)
})
