/** A stretch of a text that may point somebody out; end excluded. */
export type Mark = { start: number; end: number }

/** The text with each mark put out of sight. */
export function masked(words: string, marks: readonly Mark[]): string {
  return marks.reduceRight((text, { start, end }) => `${text.slice(0, start)}[…]${text.slice(end)}`, words)
}
