import { expect, test } from 'vitest'
import {
  decryptNumber,
  encryptNumber,
  isPersonalIdentityNumber,
  lookupHash,
} from './personal-identity-number'
import { parseDataKeys } from './data-keys'

const now = new Date('2026-09-15T07:00:00Z')
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keys = parseDataKeys(`lookup=${key(1)},new=${key(2)},old=${key(3)}`)

// Skatteverket's published test numbers, and made-up ones with its birth numbers for tests, 238 and 239.
test.each([
  ['a youth', '201001012382', true],
  ['somebody old', '193401017003', true],
  ['29 February of a leap year', '200402292387', true],
  ['29 February of another year', '200502292386', false],
  ['a samordningsnummer', '200705612398', true],
  ['a samordningsnummer for a day that is not', '200704912393', false],
  ['a samordningsnummer for an unknown day', '201001602398', true],
  ['a samordningsnummer for an unknown month', '201000622397', true],
  ['a samordningsnummer without day', '200705602399', true],
  ['a samordningsnummer without month and day', '200700602394', true],
  ['a samordningsnummer without month', '200700772395', true],
  ['a samordningsnummer without day and a wrong check digit', '200705602398', false],
  ['a samordningsnummer without month, of this year', '202600602383', true],
  ['a samordningsnummer of a month to come', '202611602380', false],
  ['a personnummer without month', '201000012382', false],
  ['a wrong check digit', '201001012383', false],
  ['two digits changed about', '201001102382', false],
  ['month 13', '201013012388', false],
  ['day 0', '201001002383', false],
  ['a day to come', '209912312395', false],
  ['somebody more than 120 years old', '190001012384', false],
  ['ten digits', '1001012382', false],
  ['ten digits with a hyphen', '100101-2382', false],
  ['twelve digits with a hyphen', '20100101-2382', false],
  ['a space', ' 201001012382', false],
  ['a line break at the end', '201001012382\n', false],
  ['digits of another script', '٢٠١٠٠١٠١٢٣٨٢', false],
  ['nothing', '', false],
])('%s', (_what, text, expected) => {
  expect(isPersonalIdentityNumber(text, now)).toBe(expected)
})

// The birth is of a Swedish day, wherever the server stands.
test.each([
  ['born today, just after midnight', '202609152380', '2026-09-15T00:00:01+02:00', true],
  ['born tomorrow, just before midnight', '202609152380', '2026-09-14T23:59:59+02:00', false],
  ['120 years old this year', '190601019805', '2026-12-31T23:59:59+01:00', true],
  ['121 years old this year', '190601019805', '2027-01-01T00:00:00+01:00', false],
])('%s: %s at %s', (_what, text, moment, expected) => {
  expect(isPersonalIdentityNumber(text, new Date(moment))).toBe(expected)
})

test('a number comes back from its encrypted form, which is never the same twice', () => {
  const [first, second] = [encryptNumber('201001012382', keys), encryptNumber('201001012382', keys)]
  expect(decryptNumber(first, keys)).toBe('201001012382')
  expect(first.equals(second)).toBe(false)
  expect(first.includes('201001012382')).toBe(false)
})

test('what an older key encrypted is read after a new one has been put in front', () => {
  const before = parseDataKeys(`lookup=${key(1)},old=${key(3)}`)
  expect(decryptNumber(encryptNumber('201001012382', before), keys)).toBe('201001012382')
})

test.each([
  ['a changed byte', (stored: Buffer) => (stored[stored.length - 1]! ^= 1)],
  ['a changed tag', (stored: Buffer) => (stored[20]! ^= 1)],
  ['another key’s name', (stored: Buffer) => stored.write('old', 1)],
  ['an unknown key’s name', (stored: Buffer) => stored.write('odd', 1)],
])('%s is noticed', (_what, change) => {
  const stored = encryptNumber('201001012382', keys)
  change(stored)
  expect(() => decryptNumber(stored, keys)).toThrow()
})

test('a number is found by the same hash on every server with the key, and by no other', () => {
  expect(lookupHash('201001012382', keys)).toEqual(
    lookupHash('201001012382', parseDataKeys(`lookup=${key(1)},x=${key(9)}`)),
  )
  expect(lookupHash('201001012382', keys)).not.toEqual(
    lookupHash('201001012382', parseDataKeys(`lookup=${key(9)},x=${key(2)}`)),
  )
})

test.each([
  ['one key', `lookup=${key(1)}`],
  ['no key for look-up', `a=${key(1)},b=${key(2)}`],
  ['a short key', `lookup=${key(1)},a=${Buffer.alloc(16).toString('base64')}`],
  ['a long key', `lookup=${key(1)},a=${Buffer.alloc(33).toString('base64')}`],
  ['a key without name', `lookup=${key(1)},=${key(2)}`],
  ['no equals sign', `lookup=${key(1)},${'a'.repeat(40)}`],
  ['nothing', ''],
])('DATA_KEYS with %s are refused, and no key is repeated', (_what, text) => {
  expect(() => parseDataKeys(text)).toThrow()
  expect(() => parseDataKeys(text)).not.toThrow(/A{8}/)
})
