import { expect, test } from 'vitest'
import { wordsIn } from './word-match'

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
