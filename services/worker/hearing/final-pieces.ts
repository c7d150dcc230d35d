import type { SegmentWord } from './segment.ts'

export type LiveSegment = {
  number: number
  kind: string
  start: number
  end: number
  text: string
  words: SegmentWord[]
}
export type FinalPiece = { start: number; end: number; segments: LiveSegment[] }

/** An engine reads thirty seconds at a time, and writes better when more of it is speech. */
const LONGEST_MS = 28_000
const APART_MS = 5_000

/** Cuts only where the live pass did. */
export function finalPieces(segments: readonly LiveSegment[]): FinalPiece[] {
  const pieces: FinalPiece[] = []
  for (const segment of segments) {
    if (segment.kind !== 'speech') continue
    const last = pieces.at(-1)
    const fits =
      last &&
      segment.end - last.start <= LONGEST_MS &&
      segment.start - last.end <= APART_MS &&
      segment.start >= last.end
    if (fits) {
      last.segments.push(segment)
      last.end = segment.end
    } else pieces.push({ start: segment.start, end: segment.end, segments: [segment] })
  }
  return pieces
}
