import { expect, test } from 'vitest'
import { segmentsOf, type NewSegment } from '../../../services/worker/hearing/segment.ts'
import type { Phrase } from '../../note/draft/phrases.ts'
import { checkItems } from '../../note/review/check-items.ts'
import { commandTable } from './command-table.ts'
import { dictatedWords } from './dictated-words.ts'
import { mergeHeard } from './merge-heard.ts'
import sentences from './spoken-sentences.json' with { type: 'json' }

/**
 * `spoken`: what an engine writes, ` | ` where the speaker pauses, `~` before what nobody said. `text`: the note.
 * `marks`: what the reviewer is asked to listen to, but for what is asked about in typed text too.
 */
type Sentence = { about: string; spoken: string; text: string; marks?: string[]; mode?: string }

const rows: readonly Sentence[] = sentences
const people = [
  'Tindra Ek',
  'Marie Ek',
  'Elias Holm Brandt',
  'Sara Holm',
  'Peter Brandt',
  'Alva Ström',
  'Henrik Ström',
  'Lina Ström',
]
const now = new Date('2026-09-15T07:00:00Z')
const heardKinds = ['repeated', 'unlikely', 'outro', 'command', 'question']

test('there are at least two hundred, all different', () => {
  expect(rows.length).toBeGreaterThanOrEqual(200)
  expect(new Set(rows.map(({ spoken }) => spoken)).size).toBe(rows.length)
})

test.each(rows)('$about: $spoken', async ({ spoken, text, marks = [], mode = 'spoken' }) => {
  const said = spoken.split(' | ')
  const phrases = phrasesOf(said, mode)
  const note = noteOf(phrases)
  expect(note).toBe(text)
  expect(await marksIn(note, phrases)).toEqual(marks)
  expectNothingLost(voiced(said), note)
  expect(phrases.filter(({ kind }) => kind === 'dropped').map((dropped) => dropped.text)).toEqual(
    said.filter((each) => each.startsWith('~')).map((each) => each.slice(1)),
  )
})

test.each(rows)('$about, with a pause anywhere, loses no word: $spoken', ({ spoken, mode = 'spoken' }) => {
  const words = voiced(spoken.split(' | ')).split(' ')
  for (let cut = 1; cut < words.length; cut++) {
    const said = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    expectNothingLost(said.join(' '), noteOf(phrasesOf(said, mode)))
  }
})

function phrasesOf(said: readonly string[], mode: string): Phrase[] {
  const heard = said.flatMap((each, i) => segmentsIn(each, i * 60_000))
  return heard.map((segment, i) => {
    const { kind, start, end, text, words = [] } = segment
    const rest = { finalText: null, finalWords: null, finalDecided: null, hasSound: true }
    return { number: i + 1, recordingId: 'r', kind, start, end, text, words, mode: mode as 'spoken', ...rest }
  })
}

/** As an engine hears it, sure of itself, at an ordinary speed. */
function segmentsIn(said: string, at: number): NewSegment[] {
  const text = said.replace(/^~/, '')
  const seconds = text.length / 12 + 1
  const words = text.split(' ').map((word, i, all) => {
    return { text: word, start: (i * seconds) / all.length, end: ((i + 1) * seconds) / all.length, p: 0.9 }
  })
  const sure = { avgLogprob: -0.1, noSpeechProb: 0.01, compressionRatio: null }
  const probabilities = Array.from({ length: Math.ceil(seconds / 0.032) }, () => (said === text ? 0.9 : 0.02))
  const result = {
    text,
    segments: [{ text, start: 0, end: seconds, ...sure }],
    words,
    dropped: [],
    model: 'kb',
  }
  return segmentsOf({ start: at, end: at + seconds * 1000 }, result, probabilities)
}

const noteOf = (phrases: readonly Phrase[]) => mergeHeard({ text: '', mergedTo: 0 }, phrases).text

async function marksIn(note: string, phrases: readonly Phrase[]): Promise<string[]> {
  const items = await checkItems(note, { checked: [], names: people, phrases, now })
  const marked = items.filter(
    ({ kind, text }) => heardKinds.includes(kind) || (kind === 'name' && isUnknown(text)),
  )
  for (const { sound } of marked) expect(sound).not.toBeNull()
  return marked.map(({ kind, text }) => `${kind} ${text}`)
}

const isUnknown = (name: string) => !people.join(' ').includes(name.replace(/s$/, ''))

const voiced = (said: readonly string[]) => said.filter((each) => !each.startsWith('~')).join(' ')

const commandWords = new Set([...commandTable.keys()].flatMap((name) => name.split(' ')).concat('ordet'))

function expectNothingLost(said: string, note: string): void {
  const written = coresOf(note)
  for (const word of coresOf(said)) {
    if (word === written[0]) written.shift()
    else expect(commandWords, `"${word}" of "${said}" is not in "${note}"`).toContain(word)
  }
  expect(written, note).toEqual([])
}

/** A dictated hyphen joins two words. */
const coresOf = (text: string) =>
  [...dictatedWords(text.replaceAll('-', ' ').replace(/[%–]/g, ''))].flatMap(({ core }) =>
    core === '' ? [] : [core.toLowerCase()],
  )
