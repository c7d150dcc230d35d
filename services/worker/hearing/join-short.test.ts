import { expect, test } from 'vitest'
import { takeNext } from './join-short'

test('a phrase that nothing follows yet is heard at once, however short', () => {
  expect(takeNext([{ start: 0, end: 400 }])).toEqual({ start: 0, end: 400 })
})

test('short phrases that wait are heard together until they are long enough', () => {
  const waiting = [
    { start: 0, end: 600 },
    { start: 900, end: 1_400 },
    { start: 1_800, end: 2_900 },
    { start: 3_500, end: 4_000 },
  ]
  expect(takeNext(waiting)).toEqual({ start: 0, end: 2_900 })
  expect(waiting).toEqual([{ start: 3_500, end: 4_000 }])
})

test.each([
  ['far from the next', { start: 5_000, end: 6_000 }],
  ['before one that fills the engine', { start: 1_000, end: 25_500 }],
])('a short phrase %s is heard alone', (_, next) => {
  expect(takeNext([{ start: 0, end: 600 }, next])).toEqual({ start: 0, end: 600 })
})
