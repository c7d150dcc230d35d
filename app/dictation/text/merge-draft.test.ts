import { expect, test } from 'vitest'
import { mergeSegments, type Segment } from './merge-draft.ts'
import stories from './stories.json' with { type: 'json' }

const empty = { text: '', mergedTo: 0 }
const segments: Segment[] = [
  { number: 1, text: 'Hon sov hela natten.' },
  { number: 2, text: '' },
  { number: 3, text: 'Nytt stycke. Sedan åt hon.' },
  { number: 4, text: 'Hon gick till skolan.' },
]
const whole = 'Hon sov hela natten.\n\nSedan åt hon. Hon gick till skolan.'

test('segments are appended in order, whatever order they come in', () => {
  expect(mergeSegments(empty, segments, 'automatic')).toEqual({ text: whole, mergedTo: 4 })
  expect(mergeSegments(empty, segments.toReversed(), 'automatic')).toEqual({ text: whole, mergedTo: 4 })
})

test('a segment that comes again is not in the text twice', () => {
  const once = mergeSegments(empty, segments, 'automatic')
  expect(mergeSegments(once, segments, 'automatic')).toEqual(once)
  expect(mergeSegments(empty, [...segments, ...segments], 'automatic')).toEqual(once)
})

test('a hole in the numbering is waited for', () => {
  const withHole = segments.filter(({ number }) => number !== 3)
  const first = mergeSegments(empty, withHole, 'automatic')
  expect(first).toEqual({ text: 'Hon sov hela natten.', mergedTo: 2 })
  expect(mergeSegments(first, segments, 'automatic')).toEqual({ text: whole, mergedTo: 4 })
})

test('one at a time gives the same as all at once', () => {
  const oneByOne = segments.reduce((draft, segment) => mergeSegments(draft, [segment], 'automatic'), empty)
  expect(oneByOne).toEqual({ text: whole, mergedTo: 4 })
})

test('what was edited meanwhile stands', () => {
  const first = mergeSegments(empty, segments.slice(0, 1), 'automatic')
  const edited = { ...first, text: 'Hon sov nästan hela natten, säger hon.' }
  expect(mergeSegments(edited, segments, 'automatic').text).toBe(
    'Hon sov nästan hela natten, säger hon.\n\nSedan åt hon. Hon gick till skolan.',
  )
})

test('a draft that was emptied gets only what is said after', () => {
  expect(mergeSegments({ text: '', mergedTo: 3 }, segments, 'automatic')).toEqual({
    text: 'Hon gick till skolan.',
    mergedTo: 4,
  })
})

test("the engine's text is set as Swedish is", () => {
  const segment = { number: 1, text: 'Hon sa "ja" kl 14:00.' }
  expect(mergeSegments(empty, [segment], 'automatic').text).toBe('Hon sa ”ja” kl. 14.00.')
})

test('no segments change nothing', () => {
  expect(mergeSegments({ text: 'Hej ', mergedTo: 2 }, [], 'spoken')).toEqual({ text: 'Hej ', mergedTo: 2 })
})

test.each(stories)('$key dictated in phrases of four words, some of them twice, is whole', (story) => {
  const words = story.dictated.split(' ')
  const phrases = Array.from({ length: Math.ceil(words.length / 4) }, (_, index) => ({
    number: index + 1,
    text: words.slice(index * 4, index * 4 + 4).join(' '),
  }))
  let draft = empty
  for (const phrase of phrases) {
    draft = mergeSegments(draft, phrases.slice(0, phrase.number).slice(-3), 'spoken')
  }
  expect(draft.text).toBe(story.text)
})
