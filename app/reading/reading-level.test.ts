import { expect, test } from 'vitest'
import { levelsOf, readingLevel } from './reading-level'

const none = { childText: null, childTextEasy: null }
const one = { childText: 'Vi pratade.', childTextEasy: null }
const both = { childText: 'Vi pratade.', childTextEasy: 'Prat.' }

test.each([
  [none, ['written']],
  [one, ['written', 'easier']],
  [both, ['written', 'easier', 'easiest']],
  [{ childText: null, childTextEasy: 'Prat.' }, ['written', 'easiest']],
])('%o can be read at %o', (texts, levels) => {
  expect(levelsOf(texts)).toEqual(levels)
})

test.each([
  ['youth', null, both, 'easier'],
  ['youth', 'som', both, 'written'],
  ['youngAdult', null, both, 'written'],
  ['guardian', null, both, 'written'],
  ['child', null, both, 'easier'],
  ['child', null, none, 'written'],
  ['child', 'som', both, 'written'],
  ['youth', 'latt', both, 'easier'],
  ['youth', 'lattast', both, 'easiest'],
  ['youth', 'lattast', one, 'easier'],
  ['child', 'lattast', one, 'easier'],
  ['guardian', 'constructor', both, 'written'],
  ['youth', 'constructor', both, 'easier'],
] as const)('a %s who asks for %s of %o reads it %s', (audience, wish, texts, level) => {
  expect(readingLevel(wish, { audience, language: 'sv' }, texts)).toBe(level)
})

test.each([
  ['guardian', null, both, 'easier'],
  ['youngAdult', null, one, 'easier'],
  ['guardian', 'som', both, 'written'],
  ['guardian', null, none, 'written'],
] as const)('in easy Swedish a %s who asks for %s of %o reads it %s', (audience, wish, texts, level) => {
  expect(readingLevel(wish, { audience, language: 'sv-latt' }, texts)).toBe(level)
})
