/** Björnsson's scale: below 25 a text is very easy, as a book for children. */
const easyLix = 25

/** Björnsson's readability index: words per sentence, and the share of words longer than six letters. */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return 0
  const sentences = text.match(/[.!?](?=\s|$)/g) ?? ['']
  const long = words.filter((word) => word.length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

/** Whether a child can read the text. */
export const isEasyToRead = (text: string): boolean => lix(text) <= easyLix
