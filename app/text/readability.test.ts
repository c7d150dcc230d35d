import { expect, test } from 'vitest'
import { isEasyToRead, lix } from './readability.ts'

test.each([
  ['', 0],
  ['Hej', 1],
  ['Vi ses. Du är bra.', 2.5],
  // 4 words in 1 sentence, 1 of 4 longer than six letters.
  ['Vi läser en utredning.', 29],
  ['Vi ses 14.30! Är du med? Ja.', 8 / 3],
])('the index of "%s" is %d', (text, index) => {
  expect(lix(text)).toBe(index)
})

test.each([
  ['Vi träffades i dag. Du ritade. Det var bra att du berättade.', true],
  ['Kommunicering av beslutsunderlaget genomfördes enligt förvaltningslagens bestämmelser.', false],
])('"%s" is easy to read: %s', (text, expected) => {
  expect(isEasyToRead(text)).toBe(expected)
})
