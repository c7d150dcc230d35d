import { expect, test } from 'vitest'
import { checkItems } from './check-items'
import type { Phrase } from '../draft/phrases'

const now = new Date('2026-09-15T07:00:00Z')

const phrase = (text: string, changes: Partial<Phrase> = {}): Phrase => ({
  number: 1,
  recordingId: 'r1',
  kind: 'speech',
  start: 10_000,
  end: 14_000,
  text,
  words: text.split(' ').map((word, index) => ({
    text: word,
    start: 10_000 + index * 500,
    end: 10_400 + index * 500,
    p: 0.5 + index / 100,
  })),
  finalText: null,
  finalWords: null,
  finalDecided: null,
  mode: 'automatic',
  hasSound: true,
  ...changes,
})

const itemsIn = (text: string, phrases: Phrase[] = [], checked: string[] = []) =>
  checkItems(text, { checked, names: ['Tindra Ek'], phrases, now })

test('each stands in its sentence, with what may be meant', () => {
  expect(itemsIn('Lugnt. Vi ses den tredje mars. Bra.')).toMatchObject([
    {
      kind: 'date',
      before: 'Vi ses den ',
      text: 'tredje mars',
      after: '.',
      suggestion: '3 mars',
      sound: null,
    },
  ])
})

test('what was ticked off stays so when something else is edited', () => {
  const [first, second] = itemsIn('Hon vill inte. Hon kan inte.')
  expect(first!.key).not.toBe(second!.key)
  const edited = itemsIn('Ny mening först. Hon vill inte. Hon kan inte.', [], [second!.key])
  expect(edited.map(({ isDone }) => isDone)).toEqual([false, true])
})

test('the sound starts a little before the word', () => {
  const [item] = itemsIn('Hon vill inte hem.', [phrase('Hon vill inte hem.')])
  expect(item).toMatchObject({ text: 'inte', sound: { recordingId: 'r1', from: 10.3, to: 14.4 } })
})

test.each([
  ['that was typed', 'Hon vill aldrig hem.', [phrase('Hon vill inte hem.')]],
  ['whose sound is erased', 'Hon vill inte hem.', [phrase('Hon vill inte hem.', { hasSound: false })]],
])('a word %s has no sound', (_what, text, phrases) => {
  expect(itemsIn(text, phrases)[0]).toMatchObject({ sound: null })
})

test('of many words the least sure twentieth is asked about, never more', () => {
  const text = Array.from({ length: 40 }, (_, index) => `ord${'abcdefghij'[index % 10]!}`).join(' ')
  const doubtful = itemsIn(text, [phrase(text)]).filter(({ kind }) => kind === 'doubtful')
  expect(doubtful.map(({ text }) => text)).toEqual(['orda', 'ordb'])
})

test('after the careful pass is taken its own words are what is heard', () => {
  const careful = phrase('Hon ville inte hem.', {
    finalText: 'Hon vill inte hem.',
    finalWords: [{ text: 'inte', start: 20_000, end: 20_400, p: null }],
    finalDecided: 'accepted',
  })
  expect(itemsIn('Hon vill inte hem.', [careful])[0]).toMatchObject({ sound: { from: 19.3 } })
})
