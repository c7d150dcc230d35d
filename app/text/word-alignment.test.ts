import { expect, test } from 'vitest'
import { applySpokenCommands } from '../dictation/text/spoken-commands.ts'
import stories from '../dictation/text/stories.json' with { type: 'json' }
import { plainWords } from './plain-words.ts'
import { alignWords, editedWords, type MachineWord } from './word-alignment.ts'

const heard = (text: string): MachineWord[] =>
  text.split(' ').map((word, index) => ({ text: word, start: index, end: index + 0.8, segment: 1 }))

const timesIn = async (machine: string, note: string) =>
  (await alignWords(heard(machine), await plainWords(note))).map(
    ({ text, machine: word }) => `${text}@${word?.start ?? '?'}`,
  )

test.each([
  ['hon sov hela natten', 'Hon sov hela natten.', ['Hon@0', 'sov@1', 'hela@2', 'natten@3']],
  [
    'hon sov hela natten',
    'Hon sov nästan hela natten.',
    ['Hon@0', 'sov@1', 'nästan@?', 'hela@2', 'natten@3'],
  ],
  ['hon sov hela natten', 'Hon vakade hela natten.', ['Hon@0', 'vakade@?', 'hela@2', 'natten@3']],
  ['hon sov sov hela natten', 'natten', ['natten@4']],
  ['hon sov punkt han åt', 'Hon sov. Han åt.', ['Hon@0', 'sov@1', 'Han@3', 'åt@4']],
  ['Klockan 14.40, – sa hon.', 'klockan 14.40 sa hon', ['klockan@0', '14.40@1', 'sa@3', 'hon@4']],
  ['', 'Skrivet för hand.', ['Skrivet@?', 'för@?', 'hand@?']],
  ['hon sov', '', []],
])('of "%s" the note "%s" keeps %o', async (machine, note, times) => {
  expect(await timesIn(machine, note)).toEqual(times)
})

test('a word knows its place in the note and its place in the sound', async () => {
  expect((await alignWords(heard('säger Tindra'), await plainWords('Säger ”Tindra”.')))[1]).toEqual({
    text: 'Tindra',
    start: 7,
    end: 13,
    machine: { text: 'Tindra', start: 1, end: 1.8, segment: 1 },
  })
})

test.each([
  ['hon sov', 'Hon sov.', { words: 2, inserted: 0, deleted: 0, substituted: 0, rate: 0 }],
  ['hon sov', 'Hon sov inte.', { words: 3, inserted: 1, deleted: 0, substituted: 0, rate: 1 / 3 }],
  ['hon sov inte', 'Hon sov.', { words: 2, inserted: 0, deleted: 1, substituted: 0, rate: 0.5 }],
  ['han sov', 'Hon sov.', { words: 2, inserted: 0, deleted: 0, substituted: 1, rate: 0.5 }],
  ['', '', { words: 0, inserted: 0, deleted: 0, substituted: 0, rate: 0 }],
  ['hon sov', '', { words: 0, inserted: 0, deleted: 2, substituted: 0, rate: 1 }],
  ['', 'Hon sov.', { words: 2, inserted: 2, deleted: 0, substituted: 0, rate: 1 }],
  ['a b c d', 'b c d e', { words: 4, inserted: 1, deleted: 1, substituted: 0, rate: 0.5 }],
])('from "%s" to "%s"', async (machine, note, edits) => {
  expect(await editedWords(machine, note)).toEqual(edits)
})

test.each(stories)('of the dictation of $key every word but the commands is in the note', async (story) => {
  const note = applySpokenCommands(story.dictated, 'spoken')
  const aligned = await alignWords(heard(story.dictated), await plainWords(note))
  expect(aligned.filter(({ machine }) => machine === null)).toEqual([])
  expect((await editedWords(note, note)).rate).toBe(0)
})

// Seeded, so that a failure can be repeated.
function randomWords(seed: number, { length, kinds }: { length: number; kinds: number }): string[] {
  let state = seed
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return `w${state % kinds}`
  })
}

test('the number of edits is the Levenshtein distance', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const from = randomWords(seed, { length: seed % 23, kinds: 4 })
    const to = randomWords(seed * 7, { length: (seed * 5) % 19, kinds: 4 })
    const { inserted, deleted, substituted } = await editedWords(from.join(' '), to.join(' '))
    expect(inserted + deleted + substituted).toBe(levenshtein(from, to))
    expect(to.length - inserted).toBe(from.length - deleted)
  }
})

test('a far insertion does not lose the words after it', async () => {
  const words = randomWords(3, { length: 500, kinds: 400 })
  const added = randomWords(9, { length: 300, kinds: 90 }).map((word) => `ny${word}`)
  const note = [...words.slice(0, 250), ...added, ...words.slice(250)].join(' ')
  expect(await editedWords(words.join(' '), note)).toMatchObject({
    inserted: 300,
    deleted: 0,
    substituted: 0,
  })
})

test.each([
  ['a few edits', 3000, 0.03],
  ['half of it rewritten', 3000, 0.5],
  ['nothing in common', 3000, 1],
  ['three hours of speech, a few edits', 25_000, 0.02],
  ['three hours of speech, nothing in common', 25_000, 1],
])('long texts are compared: %s', async (_what, length, share) => {
  const words = randomWords(5, { length, kinds: 900 })
  const note = words.map((word, index) => ((index * 37) % 100 < share * 100 ? `annat${index}` : word))
  const { substituted } = await editedWords(words.join(' '), note.join(' '))
  expect(substituted / length).toBeCloseTo(share, 1)
})

function levenshtein(from: readonly string[], to: readonly string[]): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, word] of from.entries()) {
    const row = [i + 1]
    for (const [j, other] of to.entries()) {
      row.push(Math.min(above[j]! + (word === other ? 0 : 1), above[j + 1]! + 1, row[j]! + 1))
    }
    above = row
  }
  return above.at(-1)!
}
