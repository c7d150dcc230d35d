import { expect, test } from 'vitest'
import type { AsrResult } from '../engine/asr'
import { segmentOf } from './segment'

const phrase = { start: 10_000, end: 12_000 }
const voiced = Array.from({ length: 62 }, () => 0.9)
const result = (text: string, more: Partial<AsrResult> = {}): AsrResult => ({
  text,
  segments: [{ text, start: 0, end: 2, avgLogprob: null, noSpeechProb: null, compressionRatio: null }],
  words: [],
  dropped: [],
  model: 'kb',
  ...more,
})

test('words have the times of the recording', () => {
  const words = [{ text: 'Hej', start: 0.5, end: 0.9, p: 0.8 }]

  expect(segmentOf(phrase, result('Hej', { words }), voiced)).toMatchObject({
    kind: 'speech',
    text: 'Hej',
    words: [{ text: 'Hej', start: 10_500, end: 10_900, p: 0.8 }],
    engine: 'kb',
  })
})

test('a subtitle credit is taken for noise, whatever engine wrote it, and can be shown with its reason', () => {
  expect(segmentOf(phrase, result('Textning.nu'), voiced)).toMatchObject({
    kind: 'dropped',
    text: 'Textning.nu',
    droppedBecause: 'credit',
  })
})

test('text that an engine itself removed is kept like text that is removed here', () => {
  const dropped = [{ text: 'Musik', start: 0, end: 1, reason: 'tag' }]

  expect(segmentOf(phrase, result('', { segments: [], dropped }), voiced)).toMatchObject({
    kind: 'dropped',
    text: 'Musik',
    droppedBecause: 'tag',
  })
})

test('where nothing was heard there is no segment', () => {
  expect(segmentOf(phrase, result('', { segments: [] }), voiced)).toBeNull()
})
