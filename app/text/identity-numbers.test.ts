import { expect, test } from 'vitest'
import { people, staff } from '../../db/seed/people.ts'
import { findIdentityNumbers } from './identity-numbers.ts'

const now = new Date('2026-09-15T07:00:00Z')
const numbersIn = async (text: string) => (await findIdentityNumbers(text, now)).map(({ number }) => number)
const known = [...Object.values(people), ...Object.values(staff)].flatMap(({ number }) => number ?? [])

const signs = (text: string) => text.split('')

const written = (n: string) => [
  n,
  `${n.slice(0, 8)}-${n.slice(8)}`,
  `${n.slice(0, 8)} ${n.slice(8)}`,
  `${n.slice(0, 8)} - ${n.slice(8)}`,
  `${n.slice(0, 8)}–${n.slice(8)}`,
  n.slice(2),
  `${n.slice(2, 8)}-${n.slice(8)}`,
  `${n.slice(2, 8)} ${n.slice(8)}`,
  `${n.slice(0, 4)}-${n.slice(4, 6)}-${n.slice(6, 8)}-${n.slice(8)}`,
  `${n.slice(0, 4)} ${n.slice(4, 6)} ${n.slice(6, 8)} ${n.slice(8)}`,
  `${n.slice(0, 4)} ${n.slice(4, 8)} ${n.slice(8)}`,
  n.match(/../g)!.join(' '),
  n.match(/../g)!.join(', '),
  n.slice(2).match(/../g)!.join(' '),
  `${n.slice(0, 8)} ${n.slice(8, 10)} ${n.slice(10)}`,
  ...signs('‐‑‒–—―−.·/_*:,').map((sign) => `${n.slice(0, 8)}${sign}${n.slice(8)}`),
  ...signs('‐‑‒–—―−.·/_*').map((sign) => `${n.slice(2, 8)}${sign}${n.slice(8)}`),
  ...['\u00a0', '\u2009', '\u202f', '\u00ad', '\u200b', '\u2060', ' – '].map(
    (sign) => `${n.slice(0, 8)}${sign}${n.slice(8)}`,
  ),
  signs(n).join(' '),
  signs(n.slice(2)).join(' '),
  signs(n).join('-'),
  signs(n).join('\u00ad'),
  `${signs(n.slice(0, 8)).join(' ')} - ${signs(n.slice(8)).join(' ')}`,
  `${n.slice(0, 4)}.${n.slice(4, 6)}.${n.slice(6, 8)}-${n.slice(8)}`,
  `${n.slice(0, 4)}/${n.slice(4, 6)}/${n.slice(6, 8)}/${n.slice(8)}`,
  `${n.slice(2, 4)}-${n.slice(4, 6)}-${n.slice(6, 8)}-${n.slice(8)}`,
  `${n.slice(0, 8)} (${n.slice(8)}`,
  n.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  n.replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit))),
  n.replace(/[0-9]/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  n.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x1d7d8 + Number(digit))),
]

test.each(known)('%s is found however it is written', async (number) => {
  for (const form of written(number)) {
    const text = `Numret är ${form}. Han är 8.`
    expect(await findIdentityNumbers(text, now), form).toEqual([
      { start: 10, end: 10 + form.length, text: form, number },
    ])
  }
})

test.each([
  ['a samordningsnummer', '20070561-2398', ['200705612398']],
  ['a samordningsnummer of ten digits', '070561-2398', ['200705612398']],
  ['a day of this year that has not been', '261231-2385', ['192612312385']],
  ['somebody over a hundred', '340101+7003', []],
  ['two numbers in a row', '201001012382 198501012382', ['201001012382', '198501012382']],
  ['two numbers in words', 'Hon (100101-2382), han: 850101-2382!', ['201001012382', '198501012382']],
  ['a number after others', 'Klockan 14.40 ringer 8 20100101-2382.', ['201001012382']],
  ['a wrong check digit', '20100101-2383', []],
  ['month 13', '20101301-2388', []],
  ['a case number', 'EK-2026-0412 och EK-2026-1187', []],
  ['a long run of digits', '1201001012382', []],
  ['a longer run of digits', '20100101238220100101238', []],
  ['a telephone number', '08-465 004 11', []],
  ['a mobile number', '070-123 45 67, 0701 23 45 67', []],
  ['an international number', '+46 70 123 45 67', []],
  ['a telephone number in pairs', '08-10 12 34 56', []],
  ['two with a slash between', '20100101-2382/19850101-2382', ['201001012382', '198501012382']],
  ['two with a comma between', '201001012382,198501012382', ['201001012382', '198501012382']],
  ['two of ten digits with a comma between', '100101-2382,850101-2382', ['201001012382', '198501012382']],
  ['letters before a whole number', 'pnr201001012382', ['201001012382']],
  ['a samordningsnummer for an unknown day', '20100160-2398', ['201001602398']],
  ['a samordningsnummer for an unknown month', '201000622397', ['201000622397']],
  ['a part of a word', 'A1001012382', []],
  ['a mobile number with a right check digit', '070-101 23 87, 0701-01 23 87 och 0701-012387', []],
  ['a mobile number of a day that a number may have', '+46 70 101 01 23 82', []],
  ['a date and a time', '2026-03-14 14.47, 2026-03-14 14:47, 2026-03-14 14-47', []],
  ['a period', '2010-01-01–2010-02-01, 2010-01-01 2010-02-01', []],
  ['an amount', '201 001 012 382 kr eller 1 001 012 382 kr', []],
  ['the sentence after a date', 'Hon föddes 20100101. 2382 kronor.', []],
  ['a number over two paragraphs', '20100101\n\n2382', []],
  ['a decimal', '1,201001012382', []],
  ['a time before', '14.20100101 2382', []],
  ['the plus in the wrong place', '2010+0101 2382', []],
  ['a hyphen in the wrong place', '10-01 01 2382', []],
  ['two blanks', '20100101  2382', ['201001012382']],
  ['a line break', '20100101\n2382', []],
  ['only the date', '20100101', []],
  ['nothing', '', []],
])('%s', async (_what, text, numbers) => {
  expect(await numbersIn(text)).toEqual(numbers)
})

test('the plus makes somebody a hundred years older', async () => {
  // Born 1910 with the birth number and check digit of 2010.
  expect(await numbersIn('100101+2382')).toEqual(['191001012382'])
})

test.each(['2 ', '20100101 ', '1', '20 10 01 01 23 8', '2010-01-01-', '00, ', '+-', '1.1'])(
  'ten thousand characters of "%s" do not keep it busy',
  async (part) => {
    expect(await findIdentityNumbers(part.repeat(Math.ceil(10_000 / part.length)), now)).toBeInstanceOf(Array)
  },
)

test.each([
  ['2026-12-31T22:59:59Z', '192701012391'],
  ['2026-12-31T23:00:00Z', '202701012391'],
])('ten digits are of the century that it is in Sweden at %s', async (moment, number) => {
  const found = await findIdentityNumbers('Nyfödd: 270101-2391.', new Date(moment))
  expect(found.map((each) => each.number)).toEqual([number])
})
