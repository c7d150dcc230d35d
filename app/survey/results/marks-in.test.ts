import { expect, test } from 'vitest'
import { masked } from './mark.ts'
import { marksIn } from './marks-in.ts'

const now = new Date('2026-09-15T09:00:00+02:00')

test.each([
  [
    'a name, wherever it stands',
    'Jag gillar att prata med Karin. Men Karin har så lite tid.',
    'Jag gillar att prata med […]. Men […] har så lite tid.',
  ],
  ['a name that begins a sentence', 'Karin var snäll.', '[…] var snäll.'],
  ['a telephone number', 'Ring mig på 070-174 06 35 i stället.', 'Ring mig på […] i stället.'],
  ['a personal number', 'Jag heter inget, men 20150102-2386 är jag.', 'Jag heter inget, men […] är jag.'],
  ['a number of any kind', 'Jag är 11 år och bor på Storgatan 4.', 'Jag är […] år och bor på […].'],
  ['nothing in a text without them', 'Det var bra att få bestämma.', 'Det var bra att få bestämma.'],
])('%s is masked', async (_what, words, expected) => {
  expect(masked(words, await marksIn(words, now))).toBe(expected)
})
