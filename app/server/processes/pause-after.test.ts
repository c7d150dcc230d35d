import { expect, test } from 'vitest'
import { pauseAfter } from './pause-after.ts'

test('those that end young again and again are replaced after ever longer pauses, half a minute at most', () => {
  const pauses = pauseAfter()
  const waited = Array.from({ length: 9 }, () => {
    pauses.note(500)
    return pauses.now()
  })
  expect(waited).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
})

test('one that has lived for a while is replaced at once', () => {
  const pauses = pauseAfter()
  for (let count = 0; count < 5; count++) pauses.note(500)
  pauses.note(60_000)
  expect(pauses.now()).toBe(0)
})
