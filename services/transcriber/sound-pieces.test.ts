import { expect, test } from 'vitest'
import { soundPieces } from './sound-pieces.ts'

const frames = (seconds: number) => Array.from({ length: Math.ceil(seconds / 0.032) }, () => 0.9)

test('stretches go together while they fit and no long pause lies between', () => {
  const spans = [
    { start: 0, end: 5 },
    { start: 6, end: 12 },
    { start: 20, end: 30 },
    { start: 31, end: 44 },
    { start: 45, end: 50 },
  ]
  expect(soundPieces(spans, frames(50), 28)).toEqual([
    { start: 0, end: 12 },
    { start: 20, end: 44 },
    { start: 45, end: 50 },
  ])
})

test('a stretch without a pause is cut where the voice is weakest, and nothing is lost', () => {
  const probabilities = frames(70)
  probabilities[800] = 0.2
  const pieces = soundPieces([{ start: 0, end: 70 }], probabilities, 28)
  expect(pieces[0]).toEqual({ start: 0, end: 25.6 })
  expect(pieces.at(-1)!.end).toBe(70)
  pieces.forEach((piece, i) => {
    expect(piece.end - piece.start).toBeLessThanOrEqual(28)
    if (i > 0) expect(piece.start).toBe(pieces[i - 1]!.end)
  })
})

test('silence has no pieces', () => {
  expect(soundPieces([], frames(8), 28)).toEqual([])
})
