import { expect, test } from 'vitest'
import { fullName } from './full-name'

test.each([
  ['Sara', 'Holm', 'Sara Holm'],
  ['Madina', '', 'Madina'],
])('%s %s is written: %s', (givenName, familyName, written) => {
  expect(fullName(givenName, familyName)).toBe(written)
})
