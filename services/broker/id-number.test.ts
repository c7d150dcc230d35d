import { expect, test } from 'vitest'
import { parseIdNumber, stockholmDate } from './id-number.ts'

const TODAY = '2026-09-15'

test.each([
  ['201001012382', 'personalIdentityNumber', '2010-01-01'],
  ['19850101-2382', 'personalIdentityNumber', '1985-01-01'],
  [' 1985 0101 2382 ', 'personalIdentityNumber', '1985-01-01'],
  ['197010632391', 'coordinationNumber', '1970-10-03'],
  ['200705602399', 'coordinationNumber', '2007'],
  ['200700602394', 'coordinationNumber', '2007'],
])('%s is a number of kind %s', (text, kind, birthdate) => {
  expect(parseIdNumber(text, TODAY)).toEqual({ digits: text.replace(/\D/g, ''), kind, birthdate })
})

test.each([
  ['', 'format'],
  ['8501012382', 'format'],
  ['1985010123820', 'format'],
  ['19850101238x', 'format'],
  ['١٩٨٥٠١٠١٢٣٨٢', 'format'],
  ['198513012382', 'date'],
  ['201002302382', 'date'],
  ['201000002382', 'date'],
  ['201000922382', 'date'],
  ['201001922382', 'date'],
  ['000001012382', 'date'],
  ['180001012382', 'date'],
  ['202609162382', 'future'],
  ['209912312382', 'future'],
  ['201001012383', 'checkDigit'],
  ['201001012381', 'checkDigit'],
  ['197010632392', 'checkDigit'],
])('%s is refused for its %s', (text, problem) => {
  expect(parseIdNumber(text, TODAY)).toEqual({ problem })
})

test('a child born today has a number today', () => {
  expect(parseIdNumber('202609150001', TODAY)).not.toEqual({ problem: 'future' })
})

test('the day changes at midnight in Stockholm', () => {
  expect(stockholmDate(new Date('2026-09-14T21:59:59Z'))).toBe('2026-09-14')
  expect(stockholmDate(new Date('2026-09-14T22:00:00Z'))).toBe('2026-09-15')
})
