import type { AsrWord } from './asr.ts'

const TOLERANCE_SECONDS = 0.3

/** whisper.cpp can leave silence out of words' times only (ggml-org/whisper.cpp #3174, #4046). */
export function onOneClock(words: AsrWord[], segment: { start: number; end: number }): AsrWord[] {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return words
  const areOutside =
    first.start < segment.start - TOLERANCE_SECONDS || last.end > segment.end + TOLERANCE_SECONDS
  const isAsLong = last.end - first.start <= segment.end - segment.start + TOLERANCE_SECONDS
  if (!areOutside || !isAsLong) return words
  const ahead = segment.start - first.start
  return words.map((word) => ({ ...word, start: word.start + ahead, end: word.end + ahead }))
}
