import { expect, test } from 'vitest'
import { closedOnDeviceOf, closedOnDeviceText } from './closed-on-device'

test.each([
  [undefined, []],
  ['', []],
  ['notes', ['notes']],
  ['documents.notes', ['notes', 'documents']],
  ['notes.notes', ['notes']],
  ['everything', []],
])('the cookie %s closes %o', (cookie, closed) => {
  expect(closedOnDeviceOf(cookie)).toEqual(closed)
})

test('what is closed is read back as it was chosen', () => {
  expect(closedOnDeviceOf(closedOnDeviceText(['documents', 'notes']))).toEqual(['notes', 'documents'])
  expect(closedOnDeviceText([])).toBe('')
})
