import { allInTurns } from './give-way.ts'

/** Offsets in the text, end excluded. */
export type TextWord = { text: string; start: number; end: number }

/** "14.40", "Holm-Brandt" and "EK-2026-0412" are one word each. */
export function* wordsIn(text: string): Generator<TextWord, void> {
  for (const found of text.matchAll(/[\p{L}\p{N}]+(?:[.,:’'/-][\p{L}\p{N}]+)*/gu)) yield wordAt(found)
}

/** Those of a text that may be long. */
export const textWords = (text: string): Promise<TextWord[]> => allInTurns(wordsIn(text))

export const wordAt = ({ 0: text, index }: RegExpExecArray): TextWord => ({
  text,
  start: index,
  end: index + text.length,
})
