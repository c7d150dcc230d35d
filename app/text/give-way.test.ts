import { expect, test } from 'vitest'
import { turnsOfOthers } from '../../tests/support/turns-of-others'
import { findCarePlaces, findPlaceWords } from './care-places'
import { findDatesAndTimes } from './dates-and-times'
import { findIdentityNumbers } from './identity-numbers'
import { findNamesAtStart } from './names-at-start'
import { findPhoneNumbers } from './phone-numbers'
import { findStreetAddresses } from './street-addresses'
import { plainWords } from './plain-words'
import { textWords } from './text-words'
import { findFirstNames, findUnknownNames } from './unknown-names'
import { alignWords } from './word-alignment'

const now = new Date('2026-09-15T07:00:00Z')
const count = 10_000
const numbers = '0701234567 '.repeat(count)
const text = 'till Yasmin '.repeat(count / 2)
const words = await textWords(text)
const read = await plainWords(text)
const heard = words.map((word) => ({ ...word, segment: 1 }))

test.each([
  ['words', () => textWords(text)],
  ['its plain words', () => plainWords(text)],
  ['identity numbers', () => findIdentityNumbers(numbers, now)],
  ['telephone numbers', () => findPhoneNumbers(numbers)],
  ['addresses', () => findStreetAddresses(text, words)],
  ['dates', () => findDatesAndTimes(text, words)],
  ['care places', () => findCarePlaces(text, words)],
  ['words for places', () => findPlaceWords(words)],
  ['unknown names', () => findUnknownNames(text, words, [])],
  ['first names', () => findFirstNames(words, [])],
  ['names at the start of sentences', () => findNamesAtStart(text, words, [])],
  ['words that were said', () => alignWords(heard, read)],
])('while %s are looked for in a long text, others get their turn every hundred words', async (_, find) => {
  expect(await turnsOfOthers(find)).toBeGreaterThan(count / 100)
})
