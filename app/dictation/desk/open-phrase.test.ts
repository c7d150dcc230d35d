import { expect, test } from 'vitest'
import { createOpenPhrases, type OpenPhrase } from './open-phrase'

function openPhrases() {
  const shown: (string | null)[] = []
  const open = createOpenPhrases((phrase: OpenPhrase | null) => shown.push(phrase?.text ?? null))
  const say = (start: number, text: string) => open.say({ recordingId: 'r', start, text })
  return { ...open, say, shown }
}

test('the text of a phrase takes the place of its words', () => {
  const { say, settle, shown } = openPhrases()
  say(0, 'Mamma')
  say(0, 'Mamma kommer')
  settle('r', 2_000)
  expect(shown).toEqual(['Mamma', 'Mamma kommer', null])
})

test('words that come after their text are not shown', () => {
  const { say, settle, shown } = openPhrases()
  settle('r', 2_000)
  say(0, 'Mamma kommer')
  expect(shown).toEqual([])
})

test('text leaves the words of a later phrase, and of another recording', () => {
  const { say, settle, shown } = openPhrases()
  say(2_000, 'I morgon')
  settle('r', 2_000)
  settle('other', 9_000)
  expect(shown).toEqual(['I morgon'])
})

test('nothing is shown when the recording is left', () => {
  const { say, clear, shown } = openPhrases()
  say(0, 'Mamma')
  clear()
  clear()
  expect(shown).toEqual(['Mamma', null])
})
