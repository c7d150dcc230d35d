import { z } from 'zod'

/**
 * One line of text. A character that draws nothing may stay only where languages need it (joiners, marks of
 * direction, soft hyphen): one that turns text round would let a signed page say something else than its words.
 */
const isPlain = (text: string) =>
  /^(?:[\P{C}\u00ad\u061c\u200c-\u200f])*$/u.test(text) && !/[\u2028\u2029]/.test(text)

/** Named so that the writer can be told: `text.empty`, `text.tooLong`, `text.notPlain`. */
export const plainText = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, 'text.empty')
    .max(most, 'text.tooLong')
    .refine(isPlain, 'text.notPlain')

/** Lines of a text from elsewhere, made plain: what is left out could not be seen. */
export const plainLines = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\n\r\u0085\u2028\u2029]+/)
    .map((line) =>
      line
        .replace(/\t/g, ' ')
        .replace(/[^\P{C}\u00ad\u061c\u200c-\u200f]/gu, '')
        .trim(),
    )
    .filter((line) => line !== '')
