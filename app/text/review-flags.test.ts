import { expect, test } from 'vitest'
import { isOneEditApart } from './one-edit-apart.ts'
import { plainWords } from './plain-words.ts'
import { reviewFlags, type ReviewFlag } from './review-flags.ts'
import stories from '../dictation/text/stories.json' with { type: 'json' }

const now = new Date('2026-09-15T07:00:00Z')
const names = ['Tindra Ek', 'Marie Ek', 'Elias Holm Brandt', 'Sara Holm', 'Peter Brandt', 'Alva Ström']
type Stretch = { start: number; end: number }
const flagsIn = async (
  text: string,
  doubtfulWords: Stretch[] = [],
  spokenWords = [{ start: 0, end: text.length }],
) => reviewFlags(await plainWords(text), { names, spokenWords, doubtfulWords, now })
const lines = (flags: ReviewFlag[]) => flags.map(({ kind, text }) => `${kind} ${text}`)

test.each([
  ['Tindra sov. Tindra åt. Tindras mamma kom.', ['name Tindra']],
  ['Hon har två bröder och en syster i klass 4.', ['number två', 'number 4']],
  ['Hon vill inte hem. Ingen kom, aldrig.', ['negation inte', 'negation Ingen', 'negation aldrig']],
  ['Hon gick utan jacka.', ['negation utan']],
  ['Hon bor inte här utan där.', ['negation inte']],
  ['Hon bor inte här. Hon gick utan jacka.', ['negation inte', 'negation utan']],
  ['Vi ses den 16 juni klockan 15.', ['date 16 juni', 'time klockan 15']],
  ['Ring 08-465 004 11.', ['phone 08-465 004 11']],
  ['Numret är 20100101-2382.', ['identityNumber 20100101-2382']],
  ['Hon bor på Storgatan 4.', ['address Storgatan 4']],
  ['Hon träffar Yasmin.', ['name Yasmin']],
  ['Enligt 6 § LVU.', ['number 6']],
  ['Lugnt och bra.', []],
  ['', []],
])('said, "%s" is stopped at %o', async (text, flags) => {
  expect(lines(await flagsIn(text))).toEqual(flags)
})

test.each([
  ['Tindra sov. Hon har två bröder och är i klass 4.', []],
  ['Hon vill inte hem. Vi ses den 16 juni klockan 15.', []],
  ['Beslut: Stödet fortsätter.', []],
  ['Hon träffar Yasmin.', ['name Yasmin']],
  ['Ring 08-465 004 11.', ['phone 08-465 004 11']],
  ['Numret är 20100101-2382.', ['identityNumber 20100101-2382']],
  ['Hon bor på Storgatan 4.', ['address Storgatan 4']],
])('typed, "%s" is stopped at %o', async (text, flags) => {
  expect(lines(await flagsIn(text, [], []))).toEqual(flags)
})

test('a stop knows whether its words were said or typed', async () => {
  const text = 'Hon vill inte. Hon kan inte, säger Yasmin.'
  expect(await flagsIn(text, [], [{ start: 0, end: 13 }])).toMatchObject([
    { text: 'inte', start: 9, origin: 'speech' },
    { text: 'Yasmin', origin: 'typed' },
  ])
})

test('what cannot be seen in a text hides nothing, and stands where it was written', async () => {
  const text = 'Ja\u0308mt. Nr 2010\u00ad0101-2382 och Tin\u200bdra.'
  const flags = await flagsIn(text)
  expect(lines(flags)).toEqual(['identityNumber 2010\u00ad0101-2382', 'name Tin\u200bdra'])
  for (const { start, end, text: found } of flags) expect(text.slice(start, end)).toBe(found)
})

test('a date in words is offered in figures, without a year that nobody said', async () => {
  expect(await flagsIn('Vi ses den tredje mars.')).toEqual([
    { kind: 'date', start: 11, end: 22, text: 'tredje mars', suggestion: '3 mars', origin: 'speech' },
  ])
})

test('a name that is nearly one of the case is offered as that', async () => {
  expect((await flagsIn('I dag kom Tyndra.'))[0]).toMatchObject({
    kind: 'name',
    text: 'Tyndra',
    suggestion: 'Tindra',
  })
  expect((await flagsIn('I dag kom Yasmin.'))[0]).not.toHaveProperty('suggestion')
})

test('a doubtful word is one stop, also when it is something else too', async () => {
  const text = 'Hon vill inte hem.'
  expect(
    await flagsIn(text, [
      { start: 4, end: 8 },
      { start: 9, end: 13 },
    ]),
  ).toMatchObject([
    { kind: 'doubtful', start: 4, end: 8, text: 'vill' },
    { kind: 'negation', start: 9, end: 13, text: 'inte' },
  ])
  expect(await flagsIn(text, [{ start: 3, end: 3 }])).toHaveLength(1)
})

test.each(stories)('$key has few stops, in order, that do not overlap', async ({ text }) => {
  const flags = await flagsIn(text)
  expect(flags.length).toBeLessThanOrEqual(10)
  for (const [index, { start, end, text: found }] of flags.entries()) {
    expect(text.slice(start, end)).toBe(found)
    expect(start).toBeGreaterThanOrEqual(flags[index - 1]?.end ?? 0)
  }
})

test.each([
  'inte ',
  '8 ',
  'Storgatan 4 ',
  'A',
  '20100101 2382 ',
  'den tredje mars ',
  'klockan ',
  'a.',
  '08-1 ',
])('ten thousand characters of "%s" do not keep it busy', async (part) => {
  const text = part.repeat(Math.ceil(10_000 / part.length))
  expect(await flagsIn(text, [{ start: 0, end: text.length }])).toBeInstanceOf(Array)
})

test.each([
  ['Tindra', 'Tyndra', true],
  ['Tindra', 'Tindr', true],
  ['tindra', 'stindra', true],
  ['Tindra', 'Tinder', false],
  ['Tindra', 'Tindra', false],
  ['Tindra', 'Tindrala', false],
  ['', 'a', true],
])('%s and %s are one edit apart: %s', (one, other, expected) => {
  expect(isOneEditApart(one, other)).toBe(expected)
  expect(isOneEditApart(other, one)).toBe(expected)
})
