import { expect, test } from 'vitest'
import { closedHereOf, closedHereText } from './closed-on-device'

test.each([
  [undefined, []],
  ['', []],
  ['notes', ['notes']],
  ['documents.notes', ['notes', 'documents']],
  ['notes.notes', ['notes']],
  ['everything', []],
])('the cookie %s closes %o', (cookie, closed) => {
  expect(closedHereOf(cookie)).toEqual(closed)
})

test('what is closed is read back as it was chosen', () => {
  expect(closedHereOf(closedHereText(['documents', 'notes']))).toEqual(['notes', 'documents'])
  expect(closedHereText([])).toBe('')
})
