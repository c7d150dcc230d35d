import { expect, test } from 'vitest'
import type { Paragraph } from '../../db/roles'
import { groupVoices } from './voices'

test('neighbours of one voice stand under one label, and nobody gets words of another', () => {
  const paragraphs: Paragraph[] = [
    { voice: 'fact', text: 'Hembesök.' },
    { voice: 'fact', text: 'Det är varmt.' },
    { voice: 'statement', text: 'Jag skäms.', speaker: 'Marie' },
    { voice: 'statement', text: 'Det är skönt.', speaker: 'Tindra', isYou: true },
    { voice: 'statement', text: 'Jag vill spela.', speaker: 'Tindra', isYou: true },
    { voice: 'fact', text: 'Vi slutar.' },
  ]
  expect(groupVoices(paragraphs)).toEqual([
    { voice: 'fact', speaker: null, isYou: false, from: 1, texts: ['Hembesök.', 'Det är varmt.'] },
    { voice: 'statement', speaker: 'Marie', isYou: false, from: 3, texts: ['Jag skäms.'] },
    {
      voice: 'statement',
      speaker: 'Tindra',
      isYou: true,
      from: 4,
      texts: ['Det är skönt.', 'Jag vill spela.'],
    },
    { voice: 'fact', speaker: null, isYou: false, from: 6, texts: ['Vi slutar.'] },
  ])
})

test('two of the same name are not taken for one when one of them reads', () => {
  const paragraphs: Paragraph[] = [
    { voice: 'statement', text: 'A.', speaker: 'Sara' },
    { voice: 'statement', text: 'B.', speaker: 'Sara', isYou: true },
  ]
  expect(groupVoices(paragraphs)).toHaveLength(2)
})
