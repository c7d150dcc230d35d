import type { AsrResult, AsrWord } from '../engine/asr.ts'
import type { FinalPiece, LiveSegment } from './final-pieces.ts'
import type { SegmentWord } from './segment.ts'

/** What the careful pass heard in place of a live segment. */
export type FinalText = { number: number; text: string; words: SegmentWord[] }

/** The texts of one piece that differ from the live ones by more than case and punctuation, segment by segment. */
export function finalTexts(piece: FinalPiece, heard: Pick<AsrResult, 'text' | 'words'>): FinalText[] {
  return shared(piece, heard).filter(({ number, text }) => {
    const live = piece.segments.find((segment) => segment.number === number)!
    return text !== '' && plain(text) !== plain(live.text)
  })
}

function shared(piece: FinalPiece, { text, words }: Pick<AsrResult, 'text' | 'words'>): FinalText[] {
  const told = withMarks(words, text).map((word): SegmentWord => {
    const [start, end] = [
      piece.start + Math.round(word.start * 1000),
      piece.start + Math.round(word.end * 1000),
    ]
    return { ...word, start, end }
  })
  const [first, ...others] = piece.segments
  if (others.length === 0) return [{ number: first!.number, text, words: told }]
  return piece.segments.map((segment) => {
    const own = told.filter((word) => nearest(piece.segments, (word.start + word.end) / 2) === segment)
    return { number: segment.number, text: own.map((word) => word.text).join(' '), words: own }
  })
}

/** The words as the text writes them: some engines tell them without capitals and marks. */
function withMarks(words: readonly AsrWord[], text: string): readonly AsrWord[] {
  const written = text.split(/\s+/)
  const isAlike =
    written.length === words.length && words.every((word, i) => plain(word.text) === plain(written[i]!))
  return isAlike ? words.map((word, i) => ({ ...word, text: written[i]! })) : words
}

function nearest(segments: readonly LiveSegment[], at: number): LiveSegment {
  const away = ({ start, end }: LiveSegment) => Math.max(start - at, at - end, 0)
  return segments.reduce((best, segment) => (away(segment) < away(best) ? segment : best))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
