import { expect, test } from 'vitest'
import { findPhoneNumbers, phoneKey } from './phone-numbers.ts'

const numbersIn = async (text: string) => (await findPhoneNumbers(text)).map(({ text }) => text)

test.each([
  ['Ring 08-465 004 11.', ['08-465 004 11']],
  ['Ring 070-123 45 67 eller 031-390 06 00!', ['070-123 45 67', '031-390 06 00']],
  ['Numret 0701234567 är hennes.', ['0701234567']],
  ['(070 12 34 567)', ['070 12 34 567']],
  ['Ring +46 70 123 45 67.', ['+46 70 123 45 67']],
  ['Ring +46 (0)70-123 45 67.', ['+46 (0)70-123 45 67']],
  ['Ring 0046701234567.', ['0046701234567']],
  ['0500-41 00 00', ['0500-41 00 00']],
  ['Ring 112 eller 1177 eller 116 111.', []],
  ['Ärende EK-2026-0412 och 2026-0412.', []],
  ['Den 03 04 2026 kl. 08.30.', []],
  ['201001012382', []],
  ['a0701234567', []],
  ['00 00 00 00 00', []],
  ['', []],
])('in "%s"', async (text, numbers) => {
  expect(await numbersIn(text)).toEqual(numbers)
})

test.each(['0', '08', '08-', '0 ', '+46', '+46 1 ', '070-123 45 6 '])(
  'ten thousand characters of "%s" do not keep it busy',
  async (part) => {
    expect(await findPhoneNumbers(part.repeat(Math.ceil(10_000 / part.length)))).toBeInstanceOf(Array)
  },
)

test.each(['08-465 004 11', '+46 8 465 004 11', '+46 (0)8-46500411', '0046 8465 00411'])(
  '%s is one number, however it is written',
  (written) => {
    expect(phoneKey(written)).toBe('0846500411')
  },
)
