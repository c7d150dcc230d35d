import { reviewFlags } from '../../text/review-flags.ts'
import { sentenceAround } from '../../text/sentence-around.ts'
import { alignWords } from '../../text/word-alignment.ts'
import type { Phrase } from '../draft/phrases.ts'
import { heardFlags, type CheckFlag } from './heard-flags.ts'
import { clipOfWord, type SoundClip } from './sound-clip.ts'
import { spokenWords, type HeardWord, type SpokenWord } from './spoken-words.ts'

export type CheckItem = {
  /** Kind, text and occurrence number, so that edits elsewhere do not change it. */
  key: string
  kind: CheckFlag['kind']
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

export function checkItems(text: string, { checked, names, phrases, now }: CheckContext): CheckItem[] {
  // The cast is safe: alignment returns the words it was given.
  const words = alignWords(spokenWords(phrases), text) as HeardWord[]
  const ofText = reviewFlags(text, { names, doubtfulWords: doubtful(words), now })
  const flags = inOrder([...ofText, ...heardFlags(text, { words, names })])
  const seen = new Map<string, number>()
  return flags.map((flag) => {
    const name = `${flag.kind}:${flag.text}`
    const ordinal = (seen.get(name) ?? 0) + 1
    seen.set(name, ordinal)
    const key = `${name}:${ordinal}`
    return {
      key,
      kind: flag.kind,
      ...sentenceAround(text, flag),
      text: flag.text,
      suggestion: flag.suggestion ?? null,
      sound: soundOf(flag, words),
      isDone: checked.includes(key),
    }
  })
}

/** A word that is named twice for the same reason is one stop. */
function inOrder(flags: readonly CheckFlag[]): CheckFlag[] {
  const first = new Map<string, CheckFlag>()
  for (const flag of flags.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const key = flag.kind === 'name' ? `name ${flag.text.toLowerCase()}` : `${flag.kind} ${flag.start}`
    if (!first.has(key)) first.set(key, flag)
  }
  return [...first.values()]
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

function doubtful(words: readonly HeardWord[]): HeardWord[] {
  const sureness = ({ machine }: HeardWord) => machine?.p ?? null
  const unsure = words.filter((word) => sureness(word) !== null)
  return unsure
    .toSorted((one, other) => sureness(one)! - sureness(other)!)
    .slice(0, Math.floor(unsure.length * doubtfulShare))
}
