import { expect, test } from 'vitest'
import { type ChildTextFacts, hasBlank, proposeChildText, withoutBlanks } from './child-text-template.ts'

const facts: ChildTextFacts = {
  language: 'sv',
  childName: 'Elias',
  participants: ['mamma', 'läraren'],
  eventDay: 'i går',
  paragraphs: [],
}

const kinds = {
  meeting: {
    title: 'Vi träffades {{eventDay}}',
    text: '{{eventDay}} träffades vi. {{participants}} var med.',
    easyText: 'Vi träffades. {{participants}} var med.',
  },
}
const lines = {
  fact: 'Det hände: {{said}}',
  own: 'Du sa: {{said}}',
  assessment: 'Jag tror: {{said}}',
  anew: '[Skriv om.]',
  means: '[Vad betyder det?]',
  easy: '[Kort.]',
}
const templates = { kinds, lines }

test('a text begins with who, with whom and when, each sentence with its capital, and ends in a blank', () => {
  expect(proposeChildText('meeting', facts, templates)).toEqual({
    title: 'Vi träffades i går',
    text: 'I går träffades vi. Mamma och läraren var med.\n\n[Vad betyder det?]',
    easyText: 'Vi träffades. Mamma och läraren var med. [Kort.]',
  })
})

test('it goes on with what the note says, marked by whose it is, and never with what others have said', () => {
  const paragraphs = [
    { voice: 'fact', text: 'Vi satt på biblioteket. Det regnade.' },
    { voice: 'other', text: 'Pappa är arg på mamma.' },
    { voice: 'own', text: 'Det är bra i skolan.' },
    { voice: 'assessment', text: 'Bedömning: Elias behöver mer stöd. Det är bråttom.' },
  ] as const
  expect(proposeChildText('meeting', { ...facts, participants: [], paragraphs }, templates)!.text).toBe(
    [
      'I går träffades vi.',
      'Det hände: Vi satt på biblioteket.',
      'Du sa: Det är bra i skolan.',
      'Jag tror: Elias behöver mer stöd. [Skriv om.]',
      '[Vad betyder det?]',
    ].join('\n\n'),
  )
})

test.each([
  ['[Kort.]', true],
  ['Du sa: [ ] och mer.', true],
  ['Vi sa hej (och då).', false],
  ['', false],
])('in "%s" something is left to fill in: %s', (text, isLeft) => {
  expect(hasBlank(text)).toBe(isLeft)
})

test('a sentence that needs what is not known is left out', () => {
  const nothing = { ...facts, childName: '', participants: [], eventDay: ' ' }
  expect(proposeChildText('meeting', nothing, templates)).toEqual({
    title: '',
    text: '[Vad betyder det?]',
    easyText: 'Vi träffades. [Kort.]',
  })
})

test('participants are listed as the language lists them', () => {
  const english = { meeting: { title: 'T', text: '{{participants}} came.', easyText: 'T' } }
  expect(
    proposeChildText('meeting', { ...facts, language: 'en' }, { kinds: english, lines })!.text,
  ).toContain('Mamma and läraren came.')
})

test('words with a dollar sign or braces are only words', () => {
  const paragraphs = [{ voice: 'fact', text: 'Det kostar $& {{eventDay}}.' }] as const
  expect(proposeChildText('meeting', { ...facts, paragraphs }, templates)!.text).toContain(
    'Det hände: Det kostar $& {{eventDay}}.',
  )
})

test('a kind without a template has no proposal', () => {
  expect(proposeChildText('decision', facts, templates)).toBeNull()
})

test.each([
  ['Vi sågs. [Skriv vad det betyder för barnet.]', 'Vi sågs.'],
  ['[Kort.]', ''],
  ['Vi sågs (i går).', 'Vi sågs (i går).'],
])('of "%s" is judged "%s"', (text, judged) => {
  expect(withoutBlanks(text)).toBe(judged)
})
