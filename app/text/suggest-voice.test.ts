import { expect, test } from 'vitest'
import { splitParagraphs } from './paragraphs.ts'
import { suggestVoice, withoutMarker } from './suggest-voice.ts'
import stories from '../dictation/text/stories.json' with { type: 'json' }

const names = ['Tindra', 'Marie', 'Marie Ek', 'Elias', 'Peter', 'Sara', 'Alva', 'Henrik', 'Lina']
const someone = { voice: 'statement', speaker: '' }
const marie = { voice: 'statement', speaker: 'Marie' }

test.each([
  ['Bedömning: hon behöver inte skydd.', { voice: 'assessment' }],
  ['Skyddsbedömning: Elias behöver skydd i dag.', { voice: 'assessment' }],
  ['Sammanfattande bedömning: hon är trygg.', { voice: 'assessment' }],
  ['Bedömningen är att hon är trygg.', { voice: 'assessment' }],
  ['Jag bedömer att hon är trygg.', { voice: 'assessment' }],
  ['Vi bedömer att hon är trygg.', { voice: 'assessment' }],
  ['Skyddsbedömning', { voice: 'fact' }],
  ['Bedömningar görs av andra.', { voice: 'fact' }],
  ['Jag bedömde det i går.', { voice: 'fact' }],
  ['Marie berättar att hon sover.', marie],
  [' Marie tycker att det är bra.', marie],
  ['Marie vill träffas.', marie],
  ['Marie Ek säger ja.', { voice: 'statement', speaker: 'Marie Ek' }],
  ['Marie: säger', { voice: 'fact' }],
  ['Marie lagar mat.', { voice: 'fact' }],
  ['Maries mamma säger nej.', { voice: 'fact' }],
  ['Kuratorn säger att hon är orolig.', { voice: 'fact' }],
  ['Hon sa: Det är bra hemma.', someone],
  ['Han säger att han vill träffas.', someone],
  ['Hen berättade om skolan.', someone],
  ['Hon lagar mat.', { voice: 'fact' }],
  ['Honung säger alla är gott.', { voice: 'fact' }],
  ['Jag ringer Marie.', { voice: 'fact' }],
  ['Marie ', { voice: 'fact' }],
  ['', { voice: 'fact' }],
])('"%s" may be %o', (paragraph, voice) => {
  expect(suggestVoice(paragraph, { names })).toEqual(voice)
})

test('without names nobody is said to have spoken', () => {
  expect(suggestVoice('Marie säger ja.', { names: ['', 'Tindra'] })).toEqual({ voice: 'fact' })
})

test('the stories give a voice to each paragraph', () => {
  const suggested = stories.map(({ key, text }) => [
    key,
    splitParagraphs(text)
      .map((paragraph) => suggestVoice(paragraph, { names }).voice[0])
      .join(''),
  ])
  expect(Object.fromEntries(suggested)).toMatchObject({
    A1: 'fffa',
    A2: 'fss',
    A3: 'fsff',
    B1: 'fa',
    B4: 'fff',
    C2: 'fsf',
    C3: 'fss',
  })
})

test('a paragraph of a hundred thousand characters does not keep it busy', () => {
  expect(suggestVoice('sammanfattande '.repeat(7000), { names }).voice).toBeTruthy()
  expect(suggestVoice(`Marie ${'a'.repeat(100_000)}`, { names }).voice).toBeTruthy()
})

test.each([
  ['Bedömning: hon är trygg.', 'Hon är trygg.'],
  ['Sammanfattande bedömning: Det fungerar.', 'Det fungerar.'],
  ['Skyddsbedömning:  inget skydd behövs.', 'Inget skydd behövs.'],
  ['Bedömningen är att hon är trygg.', 'Bedömningen är att hon är trygg.'],
  ['Jag bedömer: hon är trygg.', 'Jag bedömer: hon är trygg.'],
  ['Hon är trygg. Bedömning: samma.', 'Hon är trygg. Bedömning: samma.'],
  ['Bedömning:', 'Bedömning:'],
])('under its heading "%s" reads "%s"', (written, read) => {
  expect(withoutMarker(written)).toBe(read)
})
