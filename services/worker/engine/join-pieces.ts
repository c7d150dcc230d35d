import type { AsrWord } from './asr.ts'

/**
 * Makes words of the pieces that some servers send instead (whisper.cpp: " g", "illar", "."): a piece without a
 * leading blank belongs to the one before, and the lowest of their probabilities counts. Where no piece has a blank,
 * they are words already.
 */
export function joinPieces(pieces: readonly AsrWord[]): AsrWord[] {
  const arePieces = pieces.some(({ text }) => text.startsWith(' '))
  const words: AsrWord[] = []
  for (const piece of pieces) {
    const text = piece.text.trim()
    const before = words.at(-1)
    if (text === '') continue
    if (arePieces && before && !piece.text.startsWith(' ')) {
      before.text += text
      before.end = Math.max(before.end, piece.end)
      before.p = lowest(before.p, piece.p)
    } else words.push({ ...piece, text })
  }
  return words
}

function lowest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b)
}
