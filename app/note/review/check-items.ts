import { inTurns } from '../../text/give-way.ts'
import { plainForm } from '../../text/plain-form.ts'
import { reviewFlags, type FlagKind, type ReviewFlag } from '../../text/review-flags.ts'
import { alignWords, type AlignedWord, type MachineWord } from '../../text/word-alignment.ts'
import type { Phrase, PhraseWord } from '../draft/phrases.ts'
import { sentenceAround } from '../../text/sentence-around.ts'
import { clipOfWord, type SoundClip } from './sound-clip.ts'

export type CheckItem = {
  /** Kind, text and occurrence number, so that edits elsewhere do not change it. */
  key: string
  kind: FlagKind
  origin: ReviewFlag['origin']
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

export async function checkItems(
  text: string,
  { checked, names, phrases, now }: CheckContext,
): Promise<CheckItem[]> {
  const said: SpokenWord[] = []
  await inTurns(phrases, (phrase) => {
    for (const word of spokenWords(phrase)) said.push(word)
  })
  const spoken = (await alignWords(said, text)).filter(({ machine }) => machine !== null)
  const flags = await reviewFlags(text, { names, spokenWords: spoken, doubtfulWords: doubtful(spoken), now })
  const done = new Set(checked)
  const soundOf = soundsIn(spoken)
  const ordinalOf = new Map<string, number>()
  const items: CheckItem[] = []
  await inTurns(flags, (flag) => {
    // As a form sends it back: composed.
    const name = `${flag.kind}:${plainForm(flag.text).text}`
    const ordinal = (ordinalOf.get(name) ?? 0) + 1
    ordinalOf.set(name, ordinal)
    const key = `${name}:${ordinal}`
    items.push({
      key,
      kind: flag.kind,
      origin: flag.origin,
      ...sentenceAround(text, flag),
      text: flag.text,
      suggestion: flag.suggestion ?? null,
      sound: soundOf(flag),
      isDone: done.has(key),
    })
  })
  return items
}

/** Some engines give no words, only when a phrase was said. */
function spokenWords(phrase: Phrase): SpokenWord[] {
  if (phrase.kind !== 'speech') return []
  const isFinal = phrase.finalDecided === 'accepted'
  const words = isFinal ? (phrase.finalWords ?? []) : phrase.words
  const said = (isFinal ? phrase.finalText : null) ?? phrase.text
  const timed = words.length > 0 ? words : [{ text: said, start: phrase.start, end: phrase.end, p: null }]
  return timed.map((word) => ({ ...word, segment: phrase.number, phrase }))
}

// The cast is safe: alignment returns the words it was given.
const heardAs = ({ machine }: AlignedWord) => machine as SpokenWord | null

/** For flags in text order: each word is looked at once. */
function soundsIn(spoken: readonly AlignedWord[]) {
  let next = 0
  return ({ start, end }: ReviewFlag): SoundClip | null => {
    while (next < spoken.length && spoken[next]!.end <= start) next++
    const word = spoken[next]
    const heard = word && word.start < end ? heardAs(word) : null
    return heard?.phrase.hasSound ? clipOfWord({ ...heard, recordingId: heard.phrase.recordingId }) : null
  }
}

// noScribe's author removed marking of every unsure word: too much red, and sure words are wrong too.
const doubtfulShare = 0.05

function doubtful(aligned: readonly AlignedWord[]): AlignedWord[] {
  const unsure = aligned.filter((word) => typeof heardAs(word)?.p === 'number')
  return unsure
    .toSorted((one, other) => heardAs(one)!.p! - heardAs(other)!.p!)
    .slice(0, Math.floor(unsure.length * doubtfulShare))
}
