import { expect, test } from 'vitest'
import { ruleOf } from '../../../tests/support/mutants/refusing.ts'
import { oidOf, timeOf } from './der-values.ts'
import { certificateTime, generalizedTime, integer, oid } from './der-writer.ts'
import { childrenOf, readDer, type Der } from './der.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

function walk(value: Der): unknown {
  return value.tag & 0x20 ? childrenOf(value).map(walk) : value.content.toString('hex')
}

test('values in their one form are read', () => {
  expect(walk(readDer(bytes('30 0b 02 01 00 01 01 ff 04 01 aa 05 00')))).toEqual(['00', 'ff', 'aa', ''])
})

test.each([
  ['a length in more bytes than it needs', '04 81 01 aa'],
  ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
  ['an end that is not said', '30 80 05 00 00 00'],
  ['a length beyond the end', '04 02 aa'],
  ['bytes after the end', '05 00 00'],
  ['no bytes', ''],
  ['a tag of several bytes', '1f 81 01 00'],
  ['a truth that is neither', '01 01 01'],
  ['a whole number with a leading zero', '02 02 00 01'],
  ['a negative number with leading ones', '02 02 ff 80'],
  ['a whole number of no bytes', '02 00'],
  ['bits that do not count but are set', '03 02 04 11'],
  ['more bits that do not count than a byte has', '03 02 08 00'],
  ['a nothing with something in it', '05 01 00'],
  ['an identifier with a leading zero', '06 03 2a 80 01'],
  ['an identifier that does not end', '06 02 2a 81'],
  ['an octet string in pieces', '24 04 04 02 aa bb'],
  ['a sequence that is none', '10 00'],
  ['a set in another order', '31 06 02 01 02 02 01 01'],
])('%s is refused', (_what, hex) => {
  expect(ruleOf(() => walk(readDer(bytes(hex))))).toBe('der')
})

test.each([
  ['without seconds', '17 0b 32 36 30 39 31 35 31 30 30 30 5a'],
  ['in another zone', '18 13 32 30 32 36 30 39 31 35 31 30 30 30 30 30 2b 30 32 30 30'],
  ['on a day that is none', '18 0f 32 30 32 36 30 32 33 30 31 30 30 30 30 30 5a'],
])('a time %s is refused', (_what, hex) => {
  expect(ruleOf(() => timeOf(readDer(bytes(hex))))).toBe('der-time')
})

test.each(['1970-01-01', '2049-12-31', '2050-01-01'])('%s is written and read', (day) => {
  const moment = new Date(`${day}T23:59:59Z`)
  expect(timeOf(readDer(certificateTime(moment)))).toEqual(moment)
  expect(timeOf(readDer(generalizedTime(moment)))).toEqual(moment)
})

test.each(['1.2.840.113549.1.1.11', '2.5.29.15', '2.16.840.1.101.3.4.2.1'])(
  '%s is written and read',
  (dotted) => {
    expect(oidOf(readDer(oid(dotted)))).toBe(dotted)
  },
)

test.each([0, 127, 128, 255, 256, 65_535])('%s is written in its one form', (value) => {
  expect(Number(`0x${readDer(integer(value)).content.toString('hex')}`)).toBe(value)
})
