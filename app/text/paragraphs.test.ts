import { expect, test } from 'vitest'
import { joinParagraphs, splitParagraphs } from './paragraphs.ts'
import stories from '../dictation/text/stories.json' with { type: 'json' }

test.each([
  ['', []],
  [' \n\n \n', []],
  ['Ett', ['Ett']],
  ['Ett\n\nTvå', ['Ett', 'Två']],
  ['Ett\r\n\r\nTvå', ['Ett', 'Två']],
  ['\n\nEtt \n \t\n\n\n Två\n', ['Ett', 'Två']],
  ['Uppföljning:\n19 maj\n25 augusti', ['Uppföljning:\n19 maj\n25 augusti']],
])('%o has the paragraphs %o', (draft, paragraphs) => {
  expect(splitParagraphs(draft)).toEqual(paragraphs)
})

test.each(stories)('the paragraphs of $key come back as they were', ({ text }) => {
  expect(joinParagraphs(splitParagraphs(text))).toBe(text)
  expect(splitParagraphs(text)).toHaveLength(text.split('\n\n').length)
})

test('a hundred thousand line breaks do not keep it busy', () => {
  expect(splitParagraphs('\n \t'.repeat(100_000))).toEqual([])
})
