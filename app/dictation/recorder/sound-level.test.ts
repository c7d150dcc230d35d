import { expect, test } from 'vitest'
import { createSilenceWatch, levelOf, levelWord } from './sound-level'

const tenth = (amplitude: number) =>
  levelOf(
    Float32Array.from({ length: 1600 }, (_, i) => amplitude * Math.sin(i)),
    16_000,
  )
const saysDeadAfter = (amplitude: number) => {
  const isDead = createSilenceWatch()
  for (let tenths = 1; tenths <= 100; tenths++) if (isDead(tenth(amplitude))) return tenths / 10
  return null
}

test('digital zero is told after a second, near silence after three, speech never', () => {
  expect(saysDeadAfter(0)).toBeCloseTo(1, 0)
  expect(saysDeadAfter(0.001)).toBeCloseTo(3, 0)
  expect(saysDeadAfter(0.05)).toBeNull()
})

test('a word in between begins the count anew', () => {
  const isDead = createSilenceWatch()
  for (let tenths = 0; tenths < 25; tenths++) expect(isDead(tenth(0.001))).toBe(false)
  expect(isDead(tenth(0.1))).toBe(false)
  for (let tenths = 0; tenths < 25; tenths++) expect(isDead(tenth(0.001))).toBe(false)
})

test.each([
  [0, 'silent'],
  [0.008, 'weak'],
  [0.1, 'good'],
  [1, 'loud'],
])('an amplitude of %d is said as %s', (amplitude, word) => {
  expect(levelWord(tenth(amplitude))).toBe(word)
})
