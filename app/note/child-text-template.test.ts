import { expect, test } from 'vitest'
import { type ChildTextFacts, proposeChildText } from './child-text-template.ts'

const facts: ChildTextFacts = {
  language: 'sv',
  childName: 'Elias',
  participants: ['mamma', 'läraren'],
  eventDay: 'i går',
}

const templates = {
  meeting: {
    title: 'Vi träffades {{eventDay}}',
    text: 'Hej {{childName}}! {{eventDay}} träffades vi. {{participants}} var med. Säg till om något är fel.',
    easyText: 'Vi träffades. {{participants}} var med.',
  },
}

test('a text is filled with who, with whom and when, and each sentence gets its capital', () => {
  expect(proposeChildText('meeting', facts, templates)).toEqual({
    title: 'Vi träffades i går',
    text: 'Hej Elias! I går träffades vi. Mamma och läraren var med. Säg till om något är fel.',
    easyText: 'Vi träffades. Mamma och läraren var med.',
  })
})

test.each([
  [[], 'Hej Elias! I går träffades vi. Säg till om något är fel.'],
  [['mamma'], 'Hej Elias! I går träffades vi. Mamma var med. Säg till om något är fel.'],
  [
    ['mamma', 'pappa', 'Yasmin'],
    'Hej Elias! I går träffades vi. Mamma, pappa och Yasmin var med. Säg till om något är fel.',
  ],
])('with %o there the text is "%s"', (participants, text) => {
  expect(proposeChildText('meeting', { ...facts, participants }, templates)!.text).toBe(text)
})

test('a sentence that needs what is not known is left out', () => {
  const nothing = { language: 'sv', childName: '', participants: [], eventDay: ' ' }
  expect(proposeChildText('meeting', nothing, templates)).toEqual({
    title: '',
    text: 'Säg till om något är fel.',
    easyText: 'Vi träffades.',
  })
})

test('participants are listed as the language lists them', () => {
  const english = { meeting: { title: 'T', text: '{{participants}} came.', easyText: 'T' } }
  expect(proposeChildText('meeting', { ...facts, language: 'en' }, english)!.text).toBe(
    'Mamma and läraren came.',
  )
})

test('a name with a dollar sign or braces is only a name', () => {
  const odd = { ...facts, childName: '$& {{eventDay}}' }
  expect(proposeChildText('meeting', odd, templates)!.text).toMatch(/^Hej \$& \{\{eventDay\}\}!/)
})

test('a kind without a template has no proposal', () => {
  expect(proposeChildText('decision', facts, templates)).toBeNull()
})
