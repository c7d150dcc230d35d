import { expect, test } from 'vitest'
import { gapText } from './gap-text'

test.each([
  [41_000, 44_000, '[Ljud saknas 00.41–00.44]'],
  [3_599_000, 3_601_000, '[Ljud saknas 59.59–01.00.01]'],
])('sound that is missing from %i to %i ms is named in minutes and seconds', (start, end, text) => {
  expect(gapText(start, end)).toBe(text)
})
