/** Characters of a draft, as the database counts them: some forty written pages. */
export const longestDraft = 100_000
export const longestTitle = 200
export const longestReason = 500
export const longestWord = 60

/** Text of a form or a page as it is kept: lines end in one way, and no character that a database refuses. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '')
}

/** Characters as a person and the database count them: an emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
