import type { DocumentBlock } from './content.ts'

/** Every text of a block, in the order it is read. */
export function textsOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()]
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, value])
  }
}
