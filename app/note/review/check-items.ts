import { reviewFlags, type FlagKind, type ReviewFlag } from '../../text/review-flags.ts'
import { alignWords, type AlignedWord, type MachineWord } from '../../text/word-alignment.ts'
import type { Phrase, PhraseWord } from '../draft/phrases.ts'
import { sentenceAround } from '../../text/sentence-around.ts'
import { clipOfWord, type SoundClip } from './sound-clip.ts'

export type CheckItem = {
  /** Kind, text and occurrence number, so that edits elsewhere do not change it. */
  key: string
  kind: FlagKind
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

type SpokenWord = MachineWord & PhraseWord & { phrase: Phrase }

export function checkItems(text: string, { checked, names, phrases, now }: CheckContext): CheckItem[] {
  const aligned = alignWords(phrases.flatMap(spokenWords), text)
  const flags = reviewFlags(text, { names, doubtfulWords: doubtful(aligned), now })
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
      sound: soundOf(flag, aligned),
      isDone: checked.includes(key),
    }
  })
}

function spokenWords(phrase: Phrase): SpokenWord[] {
  if (phrase.kind !== 'speech') return []
  const words = phrase.finalDecided === 'accepted' ? (phrase.finalWords ?? []) : phrase.words
  return words.map((word) => ({ ...word, segment: phrase.number, phrase }))
}

// The cast is safe: alignment returns the words it was given.
const heardAs = ({ machine }: AlignedWord) => machine as SpokenWord | null

function soundOf({ start, end }: ReviewFlag, aligned: readonly AlignedWord[]): SoundClip | null {
  const word = aligned.find((each) => each.machine && each.start < end && each.end > start)
  const heard = word && heardAs(word)
  return heard?.phrase.hasSound ? clipOfWord({ ...heard, recordingId: heard.phrase.recordingId }) : null
}

// noScribe's author removed marking of every unsure word: too much red, and sure words are wrong too.
const doubtfulShare = 0.05

function doubtful(aligned: readonly AlignedWord[]): AlignedWord[] {
  const unsure = aligned.filter((word) => typeof heardAs(word)?.p === 'number')
  return unsure
    .toSorted((one, other) => heardAs(one)!.p! - heardAs(other)!.p!)
    .slice(0, Math.floor(unsure.length * doubtfulShare))
}
