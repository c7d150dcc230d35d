import { expect, test } from 'vitest'
import { acceptFinal } from './accept-final.ts'

const draft = 'Hon sov hela natten. Han åt.\n\nHon sov. Tindra gick.'

test.each([
  ['text that stands once', 'Han åt.', 'Hon åt.', 'Hon sov hela natten. Hon åt.\n\nHon sov. Tindra gick.'],
  ['blanks around it', ' Han åt. ', ' Hon åt. ', 'Hon sov hela natten. Hon åt.\n\nHon sov. Tindra gick.'],
  ['text that was edited', 'Han åt mat.', 'Hon åt mat.', null],
  ['text that stands twice', 'Hon sov', 'Han sov', null],
  ['a part of a word', 'n åt', 'x', null],
  ['the beginning of a word', 'Tindra gi', 'x', null],
  ['no live text', ' ', 'x', null],
  ['no final text', 'Han åt.', '', null],
  ['text with a dollar sign', 'Han åt.', '$& kr', 'Hon sov hela natten. $& kr\n\nHon sov. Tindra gick.'],
])('%s', (_what, live, final, expected) => {
  expect(acceptFinal(draft, live, final)).toBe(expected)
})

test('text that stands twice, one in the other, is left', () => {
  expect(acceptFinal('ja ja ja', 'ja ja', 'nej')).toBeNull()
})

test('the same final text again changes nothing more', () => {
  const once = acceptFinal(draft, 'Han åt.', 'Hon åt.')!
  expect(acceptFinal(once, 'Han åt.', 'Hon åt.')).toBeNull()
})
