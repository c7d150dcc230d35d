import { expect, test } from 'vitest'
import { decodeWav } from '../speech/wav'
import { layOutSound, rangeOf, wavHeader } from './sound-layout'

test('a part that never came is a second of silence between its neighbours', () => {
  const sizes = [
    { number: 0, bytes: 32_000 },
    { number: 2, bytes: 8_000 },
  ]
  const { parts, bytes } = layOutSound(sizes, 1000)
  expect(parts).toEqual([
    { number: 0, start: 0, bytes: 32_000 },
    { number: 2, start: 64_000, bytes: 8_000 },
  ])
  expect(bytes).toBe(72_000)
})

test('a part of several numbers leaves no hole before the one that comes after them', () => {
  const sizes = [
    { number: 0, bytes: 32_000 },
    { number: 4, bytes: 8_000 },
    { number: 6, bytes: 4_000 },
  ]
  const { parts, bytes } = layOutSound(sizes, 250)
  expect(parts.map(({ start }) => start)).toEqual([0, 32_000, 48_000])
  expect(bytes).toBe(52_000)
})

test('the header is that of a wav file of 16 kHz', () => {
  expect(decodeWav(Buffer.concat([wavHeader(64_000), Buffer.alloc(64_000)]))).toHaveLength(32_000)
})

test.each([
  ['bytes=0-', { from: 0, to: 999 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=990-2000', { from: 990, to: 999 }],
  ['bytes=-100', { from: 900, to: 999 }],
  ['bytes=-5000', { from: 0, to: 999 }],
  ['bytes=1000-', null],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', undefined],
  ['lines=1-2', undefined],
  [null, undefined],
])('of a file of 1,000 bytes, %s is %j', (header, range) => {
  expect(rangeOf(header, 1000)).toEqual(range)
})
