import { expect, test } from 'vitest'
import { droppedPhrases, finalDifferences, machineText } from './final-differences'
import type { Phrase } from '../draft/phrases'

const phrase = (number: number, text: string, changes: Partial<Phrase> = {}): Phrase => ({
  number,
  recordingId: 'r1',
  kind: 'speech',
  start: number * 1000,
  end: number * 1000 + 900,
  text,
  words: [],
  finalText: null,
  finalWords: null,
  finalDecided: null,
  mode: 'spoken',
  hasSound: true,
  ...changes,
})

test('a difference is shown as both texts would stand in the draft', async () => {
  const phrases = [
    phrase(1, 'Tindra kom punkt'),
    phrase(2, 'hon var glad punkt', { finalText: 'hon var arg punkt' }),
  ]
  const draft = await machineText(phrases)
  expect(draft).toBe('Tindra kom. Hon var glad.')
  expect(await finalDifferences(draft, phrases)).toMatchObject([
    { number: 2, liveText: 'Hon var glad.', finalText: 'Hon var arg.', decided: null, isFrozen: false },
  ])
})

test('where somebody has edited the phrase, only the own text can be kept', async () => {
  const phrases = [phrase(1, 'hon var glad punkt', { finalText: 'hon var arg punkt' })]
  expect(await finalDifferences('Hon var väldigt glad.', phrases)).toMatchObject([{ isFrozen: true }])
})

test('the machine’s own text has what was accepted and not what was dropped', async () => {
  const phrases = [
    phrase(1, 'hon kom punkt', { finalText: 'hon gick punkt', finalDecided: 'accepted' }),
    phrase(2, 'tack för att du tittade', { kind: 'dropped' }),
  ]
  expect(await machineText(phrases)).toBe('Hon gick.')
  expect(droppedPhrases(phrases, [])).toMatchObject([{ number: 2, isPutIn: false }])
  expect(droppedPhrases(phrases, ['dropped:2'])).toMatchObject([{ isPutIn: true }])
})
