/** Paragraphs and lines that have come or gone since somebody decided. Both empty: their order or voice is another. */
export type TextChange = { added: string[]; removed: string[] }

export function textChange(before: readonly string[], after: readonly string[]): TextChange {
  const [old, now] = [new Set(before), new Set(after)]
  return {
    added: after.filter((text) => !old.has(text)),
    removed: before.filter((text) => !now.has(text)),
  }
}
