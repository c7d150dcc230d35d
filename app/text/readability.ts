/** Below 25 on Björnsson's scale is very easy, like a children's book. */
const easyLix = 25

/** Björnsson's index: words per sentence plus per cent of words longer than six letters. */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return 0
  const sentences = text.match(/[.!?](?=\s|$)/g) ?? ['']
  const long = words.filter((word) => word.length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

export const isEasyToRead = (text: string): boolean => lix(text) <= easyLix
