import type { AsrResult, AsrWord } from '../engine/asr.ts'
import type { FinalPiece, LiveSegment } from './final-pieces.ts'
import { wordsBySegment } from './segment-words.ts'
import type { SegmentWord } from './segment.ts'

export type FinalText = { number: number; text: string; words: SegmentWord[] }

/** Only texts the writer should see: different in words or in what is a question, and not worse. */
export function finalTexts(piece: FinalPiece, heard: Pick<AsrResult, 'text' | 'words'>): FinalText[] {
  return textsOfSegments(piece, heard).filter((final) => {
    const live = piece.segments.find((segment) => segment.number === final.number)!
    const isOther = plain(final.text) !== plain(live.text) || differsInAsking(live, final)
    return isOther && isNotWorse(live, final)
  })
}

/** An engine that ends no sentence with a mark says nothing of what is a question. */
const differsInAsking = (live: LiveSegment, final: FinalText) =>
  /[.?!]["”]?(?:\s|$)/.test(final.text) && isAsking(final) !== isAsking(live)

const isAsking = ({ text }: { text: string }) => text.includes('?')

/** A small engine can lose words in a long piece that it heard in the phrase alone. */
function isNotWorse(live: LiveSegment, final: FinalText): boolean {
  if (wordCount(final.text) * 2 < wordCount(live.text)) return false
  const [before, after] = [meanProbability(live.words), meanProbability(final.words)]
  return before === null || after === null || after >= before
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function meanProbability(words: readonly SegmentWord[]): number | null {
  const known = words.flatMap(({ p }) => (p === null ? [] : [p]))
  return known.length === 0 ? null : known.reduce((sum, p) => sum + p, 0) / known.length
}

function textsOfSegments(piece: FinalPiece, { text, words }: Pick<AsrResult, 'text' | 'words'>): FinalText[] {
  const placed = withMarks(words, text).map((word): SegmentWord => {
    const [start, end] = [
      piece.start + Math.round(word.start * 1000),
      piece.start + Math.round(word.end * 1000),
    ]
    return { ...word, start, end }
  })
  const [first, ...others] = piece.segments
  if (others.length === 0) return [{ number: first!.number, text, words: placed }]
  const own = wordsBySegment(piece.segments, placed)
  return piece.segments.map(({ number }, i) => {
    return { number, text: own[i]!.map((word) => word.text).join(' '), words: own[i]! }
  })
}

/** Some engines give the words without capitals and punctuation. */
function withMarks(words: readonly AsrWord[], text: string): readonly AsrWord[] {
  const written = text.split(/\s+/)
  const areAlike =
    written.length === words.length && words.every((word, i) => plain(word.text) === plain(written[i]!))
  return areAlike ? words.map((word, i) => ({ ...word, text: written[i]! })) : words
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
