import { expect, test } from 'vitest'
import stories from './stories.json' with { type: 'json' }
import { tidyTypography } from './typography.ts'

test.each([
  ['Hon sa "nej" och “ja” och „kanske“.', 'Hon sa ”nej” och ”ja” och ”kanske”.'],
  ['Hon sa «nej».', 'Hon sa ”nej”.'],
  ['40% av 5 % och 12,5%', '40 % av 5 % och 12,5 %'],
  ['Vi ses kl 14.00 och kl.15.', 'Vi ses kl. 14.00 och kl. 15.'],
  ['Vi ses kl 14:00 och klockan 8:30.', 'Vi ses kl. 14.00 och klockan 8.30.'],
  ['Kl 14 kom hon.', 'Kl. 14 kom hon.'],
  ['Vi ses 14:00, 1:2 och 14:00:30.', 'Vi ses 14:00, 1:2 och 14:00:30.'],
  ['Hon kom kl. Det var sent.', 'Hon kom kl. det var sent.'],
  ['T.ex. Hon, bl.a. Mamma och t.ex. Tindra.', 'T.ex. hon, bl.a. mamma och t.ex. Tindra.'],
  ['Hon sov m.m. Hon åt.', 'Hon sov m.m. Hon åt.'],
  ['Hon sov. Hon åt.', 'Hon sov. Hon åt.'],
  ['Nr. 4, nr 5', 'Nr. 4, nr 5'],
  ['Han heter O’Brien och är 5’.', 'Han heter O’Brien och är 5’.'],
  ['', ''],
])('"%s" becomes "%s"', (text, tidy) => {
  expect(tidyTypography(text)).toBe(tidy)
  expect(tidyTypography(tidy)).toBe(tidy)
})

test.each(stories)('the text of $key is well set already', ({ text }) => {
  expect(tidyTypography(text)).toBe(text)
})

test('no digit and no letter but a first one is ever changed', () => {
  const text = 'Nr. Hon kl 8:30, 2026-03-12 "Tindra" 070-123 45 67 5% t.ex. En kl.9 6 § LVU'
  const bare = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  expect(bare(tidyTypography(text))).toBe(bare(text))
})

test.each(['. ', 'kl ', 'kl. 1', '1%', '"', 't.ex. ', '. A', 'A', 'kl. 14:0'])(
  'ten thousand characters of "%s" do not keep it busy',
  (part) => {
    expect(typeof tidyTypography(part.repeat(Math.ceil(10_000 / part.length)))).toBe('string')
  },
)
