import { expect, test } from 'vitest'
import { createPhraseCutter, FRAME_MS } from './phrase-cutter'

/** In 32 ms frames. */
const frames = (...runs: [count: number, probability: number][]) =>
  runs.flatMap(([count, probability]) => Array.from({ length: count }, () => probability))
const at = (frame: number) => frame * FRAME_MS

test('a phrase ends after 640 ms below the lower threshold, with 200 ms kept on both sides', () => {
  const cuts = createPhraseCutter(0).push(frames([20, 0.1], [50, 0.9], [30, 0.1]))

  expect(cuts).toEqual([{ kind: 'phrase', start: at(20) - 200, end: at(70) + 200 }])
})

test('a doubtful stretch keeps a phrase going but begins none', () => {
  const cutter = createPhraseCutter(0)

  expect(cutter.push(frames([40, 0.4], [10, 0.9], [40, 0.4], [10, 0.9]))).toEqual([])
  expect(cutter.finish(at(100))).toMatchObject([{ kind: 'phrase', start: at(40) - 200 }])
})

test('speech without a pause is cut at its weakest point of the last five seconds before 25', () => {
  const weak = 700
  const cuts = createPhraseCutter(0).push(frames([weak, 0.9], [1, 0.4], [90, 0.9]))

  expect(cuts).toEqual([{ kind: 'phrase', start: 0, end: at(weak) + FRAME_MS / 2 }])
})

test('nothing is cut twice and nothing falls between two phrases without a pause', () => {
  const cutter = createPhraseCutter(0)
  const cuts = [...cutter.push(frames([2000, 0.9])), ...cutter.finish(at(2000))]
  const phrases = cuts.filter((cut) => cut.kind === 'phrase')

  expect(phrases.length).toBeGreaterThan(2)
  expect(phrases.slice(1).map(({ start }) => start)).toEqual(phrases.slice(0, -1).map(({ end }) => end))
  expect(phrases.at(-1)!.end).toBe(at(2000))
})

test('silence is passed on in steps, so that a restart does not read hours again', () => {
  const cuts = createPhraseCutter(1_000).push(frames([400, 0.01]))

  expect(cuts.map(({ kind }) => kind)).toEqual(['silence', 'silence'])
  expect(cuts[0]!.end).toBeGreaterThanOrEqual(6_000)
})

test('at the end an open phrase is completed and the rest is silence', () => {
  const cutter = createPhraseCutter(0)
  cutter.push(frames([30, 0.9], [10, 0.1]))

  expect(cutter.finish(2_000)).toEqual([
    { kind: 'phrase', start: 0, end: at(30) + 200 },
    { kind: 'silence', end: 2_000 },
  ])
})

test('after 250 ms of quiet the phrase is known as it will be cut, until somebody speaks on', () => {
  const cutter = createPhraseCutter(0)
  cutter.push(frames([20, 0.1], [50, 0.9], [7, 0.1]))
  expect(cutter.pausing()).toBeNull()

  cutter.push(frames([1, 0.1]))
  expect(cutter.pausing()).toEqual({ start: at(20) - 200, end: at(70) + 200 })
  const [cut] = cutter.push(frames([12, 0.1]))
  expect(cut).toEqual({ kind: 'phrase', start: at(20) - 200, end: at(70) + 200 })
  expect(cutter.pausing()).toBeNull()

  cutter.push(frames([10, 0.9], [10, 0.1], [1, 0.9]))
  expect(cutter.pausing()).toBeNull()
})
