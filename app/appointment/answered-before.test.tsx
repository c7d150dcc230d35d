import { expect, test } from 'vitest'
import { wordsOf } from '../../tests/support/html'
import type { Caseworker } from '../case/case-shown'
import { AnsweredBefore } from './answered-before'

const mira = { phone: '08-465 004 11', answers: true, isAway: false } as Caseworker
const told = (answerBy: string, startsAt: string, caseworkers = [mira]) =>
  wordsOf(<AnsweredBefore {...{ answerBy, startsAt, caseworkers, municipalityPhone: '08-465 000 00' }} />)

test.each([
  ['2026-09-15', '2026-09-16T13:00:00Z', 'Du får svar senast tisdag 15 september.'],
  // Midnight by the Swedish clock: the meeting is on the 17th.
  ['2026-09-16', '2026-09-16T22:00:00Z', 'Du får svar senast onsdag 16 september.'],
])('an answer by %s to a meeting at %s is promised', (answerBy, startsAt, words) => {
  expect(told(answerBy, startsAt)).toBe(words)
})

test.each([
  ['2026-09-16', '2026-09-16T13:00:00Z'],
  ['2026-09-17', '2026-09-16T13:00:00Z'],
])('an answer by %s to a meeting at %s is not promised: whom to call is said', (answerBy, startsAt) => {
  expect(told(answerBy, startsAt)).toMatch(/Ring i stället\. Ring 08-465 004 11$/)
  expect(told(answerBy, startsAt)).not.toContain('senast')
})

test('while nobody who answers is there, the municipality is called', () => {
  const away = [{ ...mira, isAway: true }]
  expect(told('2026-09-16', '2026-09-16T13:00:00Z', away)).toContain('Ring 08-465 000 00')
})
