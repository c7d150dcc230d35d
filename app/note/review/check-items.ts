import { createHash } from 'node:crypto'
import { chosenInTurns, inTurns, sortedInTurns } from '../../text/give-way.ts'
import { nameKey } from '../../text/name-key.ts'
import { plainForm } from '../../text/plain-form.ts'
import { plainWords } from '../../text/plain-words.ts'
import { reviewFlags } from '../../text/review-flags.ts'
import { sentenceAround } from '../../text/sentence-around.ts'
import { alignWords } from '../../text/word-alignment.ts'
import type { Phrase } from '../draft/phrases.ts'
import { doubtsApart } from './doubts-apart.ts'
import { heardFlags, type CheckFlag } from './heard-flags.ts'
import { clipOfWord, type SoundClip } from './sound-clip.ts'
import { spokenWords, type HeardWord, type SpokenWord } from './spoken-words.ts'

export type CheckItem = {
  /** Kind, text and sentence: edits elsewhere do not change it, and a tick says nothing of another sentence. */
  key: string
  kind: CheckFlag['kind']
  origin: CheckFlag['origin']
  before: string
  text: string
  after: string
  suggestion: string | null
  /** Null for typed text, or when the sound is erased. */
  sound: SoundClip | null
  isDone: boolean
}

type CheckContext = {
  checked: readonly string[]
  names: readonly string[]
  phrases: readonly Phrase[]
  now: Date
}

export async function checkItems(
  text: string,
  { checked, names, phrases, now }: CheckContext,
): Promise<CheckItem[]> {
  const read = await plainWords(text)
  // The cast is safe: alignment returns the words it was given.
  const words = (await alignWords(await spokenWords(phrases), read)) as HeardWord[]
  const spoken = await chosenInTurns(words, ({ machine }) => machine !== null)
  const doubtfulWords = await doubtful(words)
  const ofText = await reviewFlags(read, { names, spokenWords: spoken, doubtfulWords, now })
  const flags = await inOrder([...ofText, ...(await heardFlags(read, { words, names }))])
  const done = new Set(checked)
  const ordinalOf = new Map<string, number>()
  const items: CheckItem[] = []
  await inTurns(flags, (flag) => {
    const around = sentenceAround(text, flag)
    // As a form sends it back: composed.
    const name = `${flag.kind}:${plainForm(flag.text).text}:${sentenceMark(around)}`
    const ordinal = (ordinalOf.get(name) ?? 0) + 1
    ordinalOf.set(name, ordinal)
    const key = `${name}:${ordinal}`
    items.push({
      key,
      kind: flag.kind,
      origin: flag.origin,
      ...around,
      text: flag.text,
      suggestion: flag.suggestion ?? null,
      sound: soundOf(flag, words),
      isDone: done.has(key),
    })
  })
  return items
}

function sentenceMark({ before, after }: { before: string; after: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('base64url')
    .slice(0, 12)
}

/** A word that is named twice for the same reason is one stop. */
async function inOrder(flags: readonly CheckFlag[]): Promise<CheckFlag[]> {
  const first = new Map<string, CheckFlag>()
  const byEnd = await sortedInTurns(flags, ({ end }) => end)
  await inTurns(await sortedInTurns(byEnd, ({ start }) => start), (flag) => {
    const key = flag.kind === 'name' ? `name ${nameKey(flag.text)}` : `${flag.kind} ${flag.start}`
    if (!first.has(key)) first.set(key, flag)
  })
  return doubtsApart([...first.values()])
}

function soundOf({ start, end }: CheckFlag, words: readonly HeardWord[]): SoundClip | null {
  const from = firstEndingAfter(start, words)
  let first: SpokenWord | null = null
  let to = 0
  for (let at = from; at < words.length && words[at]!.start < end; at++) {
    const { machine } = words[at]!
    first ??= machine
    if (machine && machine.phrase.recordingId === first?.phrase.recordingId) to = Math.max(to, machine.end)
  }
  if (!first?.phrase.hasSound) return null
  return clipOfWord({ recordingId: first.phrase.recordingId, start: first.start, end: to })
}

/** Words are in order. */
function firstEndingAfter(place: number, words: readonly HeardWord[]): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}

// noScribe's author removed marking of every unsure word: too much red, and sure words are wrong too.
const doubtfulShare = 0.05

async function doubtful(words: readonly HeardWord[]): Promise<HeardWord[]> {
  const sureness = ({ machine }: HeardWord) => machine?.p ?? null
  const unsure = await chosenInTurns(words, (word) => sureness(word) !== null)
  const most = Math.floor(unsure.length * doubtfulShare)
  const limit = Float64Array.from(unsure, (word) => sureness(word)!).sort()[most]!
  const below = await chosenInTurns(unsure, (word) => sureness(word)! < limit)
  const atLimit = await chosenInTurns(unsure, (word) => sureness(word) === limit)
  return [...below, ...atLimit.slice(0, most - below.length)]
}
