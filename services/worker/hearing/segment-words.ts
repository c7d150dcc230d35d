import { repeatedPlaces } from '../../../app/dictation/speech/repetition.ts'
import type { Doubt } from '../../../app/dictation/speech/hallucination-judge.ts'
import type { AsrSegment, AsrWord } from '../engine/asr.ts'

export type DoubtedWord = AsrWord & { doubt?: Doubt }

type Stretch = { start: number; end: number }

/** Each word once, with the segment it is nearest to. */
export function wordsBySegment<Word extends Stretch>(
  segments: readonly Stretch[],
  words: readonly Word[],
): Word[][] {
  const own = segments.map((): Word[] => [])
  for (const word of words) {
    const middle = (word.start + word.end) / 2
    const away = ({ start, end }: Stretch) => Math.max(start - middle, middle - end, 0)
    const nearest = segments.reduce(
      (best, segment, i) => (away(segment) < away(segments[best]!) ? i : best),
      0,
    )
    own[nearest]?.push(word)
  }
  return own
}

/** An engine without words' times says at least where the segment is. */
export function spokenWords({ text, start, end }: AsrSegment, own: readonly AsrWord[]): readonly AsrWord[] {
  if (own.length > 0) return own
  return text.split(/\s+/).map((word) => ({ text: word, start, end, p: null }))
}

/** Of a repetition only the repeated words, if it is known which. */
export function withDoubt(words: readonly AsrWord[], doubt: Doubt | null): DoubtedWord[] {
  if (doubt === null) return [...words]
  const places = repeatedPlaces(words.map(({ text }) => text))
  const isDoubted = (place: number) => doubt !== 'repeated' || places.size === 0 || places.has(place)
  return words.map((word, place) => (isDoubted(place) ? { ...word, doubt } : word))
}
