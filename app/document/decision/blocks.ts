import type { DocumentBlock, Fact } from '../content/content.ts'

/** A heading with what stands under it; nothing when there is nothing to say. */
export function section(heading: string, ...texts: readonly (string | DocumentBlock)[]): DocumentBlock[] {
  if (texts.length === 0) return []
  const blocks = texts.map((text): DocumentBlock => (typeof text === 'string' ? paragraph(text) : text))
  return [{ kind: 'heading', level: 2, text: heading }, ...blocks]
}

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })

export const points = (...items: string[]): DocumentBlock => ({ kind: 'list', ordered: false, items })

export const numbered = (...items: string[]): DocumentBlock => ({ kind: 'list', ordered: true, items })

/** Rows without a value are left out. */
export function factsBlock(
  rows: readonly (readonly [label: string, value: string | undefined])[],
): DocumentBlock {
  const known = rows.flatMap(([label, value]): Fact[] => (value ? [{ label, value }] : []))
  return { kind: 'facts', rows: known }
}
