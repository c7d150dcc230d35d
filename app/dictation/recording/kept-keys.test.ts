import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropKey, keepKey, keptKey } from './kept-keys'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const found = () => ({ key: Buffer.alloc(32, 1), holder: 'mark' })
const wiped = Buffer.alloc(32)

test('a key is kept for a minute, however often it is used, and wiped', () => {
  keepKey('a', found())
  vi.advanceTimersByTime(59_000)
  const kept = keptKey('a')
  expect(kept).toEqual(found())
  vi.advanceTimersByTime(1_000)
  expect(keptKey('a')).toBeNull()
  expect(kept!.key).toEqual(wiped)
})

test('found anew it is kept for another minute', () => {
  keepKey('a', found())
  vi.advanceTimersByTime(30_000)
  keepKey('a', found())
  vi.advanceTimersByTime(59_000)
  expect(keptKey('a')).toEqual(found())
})

test('what was found stays as it was with whoever found it', () => {
  const own = found()
  keepKey('a', own)
  dropKey('a')
  expect(keptKey('a')).toBeNull()
  expect(own).toEqual(found())
})

test('of more than a thousand the first go', () => {
  for (let count = 0; count <= 1_000; count += 1) keepKey(String(count), found())
  expect([keptKey('0'), keptKey('1'), keptKey('1000')]).toEqual([null, found(), found()])
})
