import { expect, test } from 'vitest'
import type { AsrResult } from '../engine/asr'
import { judgedResult, segmentsOf } from './segment'

// As a reader hands it on.
const phrase = { kind: 'phrase', start: 10_000, end: 12_000, probabilities: [] }
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

  expect(segmentsOf(phrase, result('Hej', { words }), voiced)).toEqual([
    {
      ...{ kind: 'speech', start: 10_000, end: 12_000, text: 'Hej', engine: 'kb' },
      words: [{ text: 'Hej', start: 10_500, end: 10_900, p: 0.8 }],
    },
  ])
})

test('a subtitle credit is taken for noise, whatever engine wrote it, and can be shown with its reason', () => {
  expect(segmentsOf(phrase, result('Textning.nu'), voiced)).toMatchObject([
    { kind: 'dropped', text: 'Textning.nu', droppedBecause: 'credit' },
  ])
})

test('text that an engine itself removed is kept like text that is removed here', () => {
  const dropped = [{ text: 'Musik', start: 0, end: 1, reason: 'tag' }]

  expect(segmentsOf(phrase, result('', { segments: [], dropped }), voiced)).toMatchObject([
    { kind: 'dropped', text: 'Musik', start: 10_000, end: 11_000, droppedBecause: 'tag' },
  ])
})

test('where nothing was heard there is no segment', () => {
  expect(segmentsOf(phrase, result('', { segments: [] }), voiced)).toEqual([])
})

const part = (text: string, start: number, end: number) => {
  return { text, start, end, avgLogprob: -0.1, noSpeechProb: 0.01, compressionRatio: null }
}

test('what is dropped beside what is kept is a segment of its own, with its own time', () => {
  const segments = [part('Hon mår bra.', 0, 1), part('Textning.nu', 1, 2)]
  const dropped = [{ text: 'Musik', start: 1.5, end: 2, reason: 'tag' }]

  expect(segmentsOf(phrase, result('', { segments, dropped }), voiced)).toMatchObject([
    { kind: 'speech', text: 'Hon mår bra.' },
    { kind: 'dropped', text: 'Musik', start: 11_500, end: 12_000, droppedBecause: 'tag' },
    { kind: 'dropped', text: 'Textning.nu', start: 11_000, end: 12_000, droppedBecause: 'credit' },
  ])
})

test('text where nobody spoke is dropped, in the careful pass too', () => {
  const long = { start: 0, end: 9_000 }
  const probabilities = Array.from({ length: 280 }, (_, i) => (i < 62 ? 0.9 : 0.01))
  const segments = [part('Hon mår bra.', 0, 2), part('Pappa slår henne.', 4, 6)]
  const words = [
    { text: 'bra.', start: 1, end: 1.5, p: 0.9 },
    { text: 'henne.', start: 5, end: 5.5, p: 0.99 },
  ]
  const heard = result('', { segments, words })

  expect(segmentsOf(long, heard, probabilities)).toMatchObject([
    { kind: 'speech', text: 'Hon mår bra.', words: [{ text: 'bra.' }] },
    { kind: 'dropped', text: 'Pappa slår henne.', droppedBecause: 'noSpeech' },
  ])
  expect(judgedResult(heard, probabilities)).toEqual({ text: 'Hon mår bra.', words: [words[0]] })
})

test('repeated words stay, and only they are doubted', () => {
  const [heard] = segmentsOf(phrase, result('Hon sa nej nej nej nej.'), voiced)

  expect(heard!.words!.map(({ text, doubt }) => [text, doubt])).toEqual([
    ['Hon', undefined],
    ['sa', undefined],
    ['nej', 'repeated'],
    ['nej', 'repeated'],
    ['nej', 'repeated'],
    ['nej.', 'repeated'],
  ])
})

test('the words of an engine that has no times for them are heard where their text is', () => {
  const [heard] = segmentsOf(phrase, result('Hon trivs.'), voiced)

  expect(heard!.words).toEqual([
    { text: 'Hon', start: 10_000, end: 12_000, p: null },
    { text: 'trivs.', start: 10_000, end: 12_000, p: null },
  ])
})
