import { expect, test } from 'vitest'
import { isQuestionOrder } from './question-order.ts'

test.each([
  ['kommer du hem', true],
  ['har hon ätit', true],
  ['vad säger pappa', true],
  ['och när ringer du', true],
  ['på vilken skola går hon', true],
  ['hon kommer hem', false],
  ['du vill alltså inte', false],
  ['jörg kommer vi inte att ringa', false],
  ['på måndag kommer hon', false],
  ['', false],
])('"%s" has the order of a question: %s', (sentence, expected) => {
  expect(isQuestionOrder(sentence.split(' '))).toBe(expected)
})
