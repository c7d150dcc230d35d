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

const itemsIn = (text: string, phrases = [phrase(text)], checked: string[] = []) =>
  checkItems(text, { checked, names: ['Tindra Ek'], phrases, now })

test('each stands in its sentence, with what may be meant', async () => {
  expect(await itemsIn('Lugnt. Vi ses den tredje mars. Bra.')).toMatchObject([
    {
      kind: 'date',
      before: 'Vi ses den ',
      text: 'tredje mars',
      after: '.',
      suggestion: '3 mars',
      sound: { recordingId: 'r1', from: 11.3, to: 15.9 },
    },
  ])
})

test('what was ticked off stays so when something else is edited', async () => {
  const [first, second] = await itemsIn('Hon vill inte. Hon kan inte.')
  expect(first!.key).not.toBe(second!.key)
  const text = 'Ny mening först. Hon vill inte. Hon kan inte.'
  const edited = await itemsIn(text, [phrase(text)], [second!.key])
  expect(edited.map(({ isDone }) => isDone)).toEqual([false, true])
})

test('the sound starts a little before the word', async () => {
  const [item] = await itemsIn('Hon vill inte hem.', [phrase('Hon vill inte hem.')])
  expect(item).toMatchObject({ text: 'inte', sound: { recordingId: 'r1', from: 10.3, to: 14.4 } })
})

test.each([
  ['that was typed', 'Hon träffar Yasmin.', [phrase('Hon träffar honom.')]],
  ['whose sound is erased', 'Hon vill inte hem.', [phrase('Hon vill inte hem.', { hasSound: false })]],
])('a word %s has no sound', async (_what, text, phrases) => {
  expect((await itemsIn(text, phrases))[0]).toMatchObject({ sound: null })
})

test('of many words the least sure twentieth is asked about, never more', async () => {
  const text = Array.from({ length: 40 }, (_, index) => `ord${'abcdefghij'[index % 10]!}`).join(' ')
  const doubtful = (await itemsIn(text, [phrase(text)])).filter(({ kind }) => kind === 'doubtful')
  expect(doubtful.map(({ text }) => text)).toEqual(['orda', 'ordb'])
})

test('after the careful pass is taken its own words are what is heard', async () => {
  const careful = phrase('Hon ville inte hem.', {
    finalText: 'Hon vill inte hem.',
    finalWords: [{ text: 'inte', start: 20_000, end: 20_400, p: null }],
    finalDecided: 'accepted',
  })
  expect((await itemsIn('Hon vill inte hem.', [careful]))[0]).toMatchObject({ sound: { from: 19.3 } })
})

test('of an engine that tells no words, what is in the phrase counts as said', async () => {
  const said = phrase('Hon vill inte hem.', { words: [] })
  expect((await itemsIn('Hon vill inte hem.', [said]))[0]).toMatchObject({
    text: 'inte',
    origin: 'speech',
    sound: { from: 9.3, to: 17 },
  })
})

test('of a note that was typed, numbers and names of others are asked about and nothing else', async () => {
  const typed = 'Tindra vill inte hem den 3 mars. Stöd: Stödet går till Yasmin. Ring 070-123 45 67.'
  const items = await itemsIn(typed, [])
  expect(items.map(({ kind, text, origin }) => `${origin} ${kind} ${text}`)).toEqual([
    'typed name Yasmin',
    'typed phone 070-123 45 67',
  ])
})

test.each([
  ['negations', 'inte '],
  ['dates', '12 mars '],
  ['numbers', '0701234567 '],
  ['digits', '2 0 1 0 0 1 0 1 - 2 3 8 2 '],
  ['paragraphs', 'inte\n\n'],
  ['one word', 'a'],
])('forty pages of %s, said and ticked off, are all counted', async (_what, part) => {
  const text = part.repeat(Math.ceil(99_000 / part.length)).slice(0, 99_000)
  const items = await itemsIn(text)
  const again = await itemsIn(
    text,
    [phrase(text)],
    items.map(({ key }) => key),
  )
  expect(again.filter(({ isDone }) => !isDone)).toEqual([])
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
})

test('a word that may have been meant as a command is asked about, with its sound', async () => {
  const seen = phrase('hon såg honom komma', { mode: 'spoken' })
  expect(await itemsIn('Hon såg honom komma', [seen])).toMatchObject([
    { kind: 'command', text: 'komma', before: 'Hon såg honom ', sound: { from: 10.8, to: 14.9 } },
  ])
  expect(await itemsIn('Hon såg honom komma', [])).toEqual([])
})

test('what an engine was in doubt about is one stop, heard from its first word to its last', async () => {
  const words = phrase('Hon sa nej nej nej nej.').words.map((word, index) =>
    index < 2 ? word : { ...word, doubt: 'repeated' as const },
  )
  const items = await itemsIn('Hon sa nej nej nej nej.', [phrase('Hon sa nej nej nej nej.', { words })])
  expect(items).toMatchObject([
    { kind: 'repeated', text: 'nej nej nej nej', sound: { from: 10.3, to: 15.9 } },
  ])
})

test('doubt never hides a number, a name or a negation within', async () => {
  const words = phrase('Hon vill inte. Yasmin bor i 14.').words.map((word) => {
    return { ...word, doubt: 'unlikely' as const }
  })
  const found = await itemsIn('Hon vill inte. Yasmin bor i 14.', [phrase('x', { words })])
  const kinds = found.map(({ kind }) => kind)
  expect(kinds.toSorted()).toEqual(['name', 'negation', 'number', 'unlikely'])
})

test('an unknown name at the start of a sentence is asked about once, if it was said', async () => {
  const text = 'Jörg ringer. Läraren svarar. Jörg väntar.'
  expect(await itemsIn(text, [phrase(text)])).toMatchObject([
    { kind: 'name', text: 'Jörg', after: ' ringer.' },
  ])
  expect(await itemsIn(text, [])).toEqual([])
})

test.each<[string, string, Partial<Phrase>]>([
  ['the words stand as in a statement', 'Du kommer hem?', {}],
  ['the careful pass hears a statement', 'Kommer du hem?', { finalText: 'Kommer du hem.' }],
  [
    'it was a statement before the careful pass',
    'Kommer du hem?',
    {
      ...{ text: 'Kommer du hem.', finalText: 'Kommer du hem?', finalDecided: 'accepted' },
      finalWords: phrase('Kommer du hem?').words,
    },
  ],
])('a question mark is asked about when %s', async (_when, text, changes) => {
  expect(await itemsIn(text, [phrase(text, changes)])).toMatchObject([{ kind: 'question', text: 'hem?' }])
})

test.each([
  ['dictated', 'Du kommer hem?', [phrase('du kommer hem frågetecken', { mode: 'spoken' })]],
  ['typed', 'Du kommer hem?', []],
  ['of a plain question', 'Kommer du hem?', [phrase('Kommer du hem?')]],
])('a question mark that is %s is not asked about', async (_what, text, phrases) => {
  expect(await itemsIn(text, phrases)).toEqual([])
})

test('an engine without words has sound for the whole phrase', async () => {
  const [item] = await itemsIn('Hon vill inte hem.', [phrase('Hon vill inte hem.', { words: [] })])
  expect(item).toMatchObject({ text: 'inte', sound: { from: 9.3, to: 17 } })
})

test('a name is one stop, also at the start of a sentence, in the genitive and decomposed', async () => {
  const text = 'Jörgs mamma ringde. Jo\u0308rg kom hem. Hon såg Jörg i dag. Vi såg Jörgs bil.'
  const names = (await itemsIn(text)).filter(({ kind }) => kind === 'name')
  expect(names.map(({ text }) => text)).toEqual(['Jörgs'])
})

test('a name at the start of a sentence is compared with those of the case whatever its signs', async () => {
  const text = 'Jo\u0308rg kom hem.'
  const items = await checkItems(text, {
    checked: [],
    names: ['Jörn\u00a0Ek'],
    phrases: [phrase(text)],
    now,
  })
  expect(items).toMatchObject([{ kind: 'name', suggestion: 'Jörn' }])
})
