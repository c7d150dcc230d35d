import type { AsrWord } from './asr.ts'

/** whisper.cpp sends " g", "illar", ".": without a leading blank, a piece belongs to the one before. */
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
