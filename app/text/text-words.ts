/** Offsets in the text, end excluded. */
export type TextWord = { text: string; start: number; end: number }

/** "14.40", "Holm-Brandt" and "EK-2026-0412" are one word each. */
export function textWords(text: string): TextWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.,:’'/-][\p{L}\p{N}]+)*/gu)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}
