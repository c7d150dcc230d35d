import { expect, test } from 'vitest'
import { firstMarksIn, wordsIn } from './word-match'

const lexicon = {
  care: { match: ['vård', 'vården'] },
  counsel: { match: ['offentligt biträde', 'biträde'] },
  case: { match: ['ärende', 'ärendet'] },
  lvu: { match: ['lvu'] },
}

test.each([
  ['Vården börjar nu.', ['care']],
  ['Marie har ensam vårdnad.', []],
  ['Ditt ärende och LVU.', ['case', 'lvu']],
  ['Du får ett offentligt biträde.', ['counsel']],
  ['(ärendet)', ['case']],
  ['underärende', []],
  ['Vård, vård och åter vård.', ['care']],
  // Text from a Mac may have the letter and its dots as two characters.
  ['a\u0308rendet', ['case']],
  ['', []],
])('in "%s" the hard words are %o', (text, words) => {
  expect(wordsIn([text], lexicon)).toEqual(words)
})

test('words come in the order they are met, each once', () => {
  expect(wordsIn(['Enligt LVU.', 'Ärendet gäller vård enligt LVU.'], lexicon)).toEqual([
    'lvu',
    'case',
    'care',
  ])
})

test('a word is marked where it stands first, as it is written there', () => {
  const [first, second] = ['Enligt LVU är det ett ärende.', 'Vården enligt LVU, i ett a\u0308rende.']
  const marks = firstMarksIn([first, second], lexicon)
  const marked = (text: string) =>
    (marks.get(text) ?? []).map(({ word, start, end }) => `${word}: ${text.slice(start, end)}`)
  expect(marked(first)).toEqual(['lvu: LVU', 'case: ärende'])
  expect(marked(second)).toEqual(['care: Vården'])
})

test('a text that stands twice has no mark, and the word is marked where it comes next', () => {
  const marks = firstMarksIn(['Vård.', 'Vård.', 'Om vården.'], lexicon)
  expect([...marks]).toEqual([['Om vården.', [{ word: 'care', start: 3, end: 9 }]]])
})
