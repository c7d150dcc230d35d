import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('a table begins with the mark by which Excel knows UTF-8, and its lines end as the standard says', () => {
  expect(csvOf([['å', 'b'], ['c']])).toBe('\uFEFFå;b\r\nc\r\n')
})

test.each<[string, string | number | undefined, string]>([
  ['a number has a decimal comma', 0.07, '0,07'],
  ['a negative number stays a number', -3, '-3'],
  ['nothing is an empty cell', undefined, ''],
  ['a hidden figure is two dots', '..', '..'],
  ['a semicolon is quoted', 'a;b', '"a;b"'],
  ['quotes are doubled', 'a "b"', '"a ""b"""'],
  ['a line break is quoted', 'a\nb', '"a\nb"'],
  ['an equals sign begins no formula', '=1+1', "'=1+1"],
  ['a plus sign begins no formula', '+1', "'+1"],
  ['a minus sign begins no formula', '-1', "'-1"],
  ['an at sign begins no formula', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab begins no formula', '\t=1', "'\t=1"],
  ['a carriage return begins no formula', '\r=1', `"'\r=1"`],
  ['a line feed begins no formula', '\n=1', `"'\n=1"`],
])('%s', (_rule, cell, text) => {
  expect(csvOf([[cell]])).toBe(`\uFEFF${text}\r\n`)
})
