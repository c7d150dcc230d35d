import { expect, test } from 'vitest'
import { readableFileName } from './file-name'

test.each([
  ['läkarintyg.pdf', 'läkarintyg.pdf'],
  ['C:\\Users\\Marie Ek\\brev.pdf', 'brev.pdf'],
  ['/home/tindra/../brev.pdf', 'brev.pdf'],
  ['bild.jpg', 'bild.pdf'],
  ['kvitto.pdf.exe', 'kvitto.pdf'],
  ['kvitto.exe.pdf', 'kvitto.exe.pdf'],
  ['brev\u202efdp.exe', 'brevfdp.pdf'],
  ['\u2066a\u2069\u200f\u061c.pdf', 'a.pdf'],
  ['två\nrader\0\u0007.pdf', 'tvårader.pdf'],
  ['  en   bild  .pdf', 'en bild.pdf'],
  ['...dold', 'dold.pdf'],
  ['رسالة.pdf', 'رسالة.pdf'],
  ['می\u200cخواهم.pdf', 'می\u200cخواهم.pdf'],
  ['e\u0301.pdf', 'é.pdf'],
  ['<script>alert(1)</script>.pdf', 'script>.pdf'],
  ['', ''],
  ['.pdf', 'pdf.pdf'],
  ['...', ''],
  ['\u202e\u200c', ''],
])('%j is shown as %j', (given, shown) => {
  expect(readableFileName(given, 'application/pdf')).toBe(shown)
})

test('a long name is cut between its signs, and its ending stays', () => {
  const shown = readableFileName(`${'👩‍👧'.repeat(200)}.png`, 'image/jpeg')
  expect(Array.from(shown).length).toBeLessThanOrEqual(84)
  expect(shown.endsWith('.jpg')).toBe(true)
  expect(!/\p{Surrogate}/u.test(shown)).toBe(true)
})
