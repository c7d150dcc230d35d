import type { DocumentBlock } from './content.ts'

/** The blocks by the headings of the second level that they stand under; those before the first come first. */
export function sectionsOf(blocks: readonly DocumentBlock[]): DocumentBlock[][] {
  const sections: DocumentBlock[][] = []
  for (const block of blocks) {
    const isNew = sections.length === 0 || (block.kind === 'heading' && block.level === 2)
    if (isNew) sections.push([block])
    else sections.at(-1)!.push(block)
  }
  return sections
}
