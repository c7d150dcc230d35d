/** Characters, as the database counts them: about forty pages. */
export const longestDraft = 100_000
export const longestTitle = 200
export const longestReason = 500
export const longestWord = 60

/** Counts as the database does: an emoji is one character. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
