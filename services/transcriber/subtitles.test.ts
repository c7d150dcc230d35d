import { expect, test } from 'vitest'
import { srtOf, vttOf } from './subtitles.ts'
import { type TranscribedSegment } from './transcription.ts'

const segment = (start: number, end: number, text: string): TranscribedSegment => ({
  start,
  end,
  text,
  tokens: [],
  words: [],
  avgLogprob: 0,
  compressionRatio: 1,
  noSpeechProb: 0,
})

const segments = [segment(0, 1.9996, 'Hej'), segment(59.5, 3_661.25, 'A <b> & c --> d')]

test('SubRip numbers what is said and has a comma before the milliseconds', () => {
  expect(srtOf({ segments })).toBe(
    '1\n00:00:00,000 --> 00:00:02,000\nHej\n\n2\n00:00:59,500 --> 01:01:01,250\nA <b> & c --> d\n\n',
  )
})

test('in WebVTT nothing that is said becomes a mark or a time', () => {
  expect(vttOf({ segments })).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nHej\n\n00:00:59.500 --> 01:01:01.250\nA &lt;b&gt; &amp; c --&gt; d\n\n',
  )
})

test('where nobody speaks there are none', () => {
  expect([srtOf({ segments: [] }), vttOf({ segments: [] })]).toEqual(['', 'WEBVTT\n\n'])
})
