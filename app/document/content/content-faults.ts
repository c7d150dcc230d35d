import type { DocumentBlock, DocumentContent } from './content.ts'
import type { FaultName } from './fault-names.ts'
import { contentLimits } from './limits.ts'
import { textsOf } from './texts-of.ts'

type ContentRule = Extract<FaultName, 'heading.skips' | 'heading.empty' | 'table.uneven' | 'content.tooLong'>
type ContentFault = { rule: ContentRule; path: readonly (string | number)[] }

/** What no single block shows. */
export function contentFaults({ title, blocks }: Pick<DocumentContent, 'title' | 'blocks'>): ContentFault[] {
  const characters = [title, ...blocks.flatMap(textsOf)].reduce((sum, text) => sum + text.length, 0)
  const isTooLong = characters > contentLimits.characters
  return [
    ...(isTooLong ? [{ rule: 'content.tooLong', path: ['blocks'] } as const] : []),
    ...blocks.flatMap((block, index) =>
      blockFaults(block, index, blocks).map((rule) => ({ rule, path: ['blocks', index] })),
    ),
  ]
}

function blockFaults(block: DocumentBlock, index: number, blocks: readonly DocumentBlock[]): ContentRule[] {
  if (block.kind === 'table') {
    return block.rows.some((row) => row.length !== block.head.length) ? ['table.uneven'] : []
  }
  if (block.kind !== 'heading') return []
  const skips = block.level === 3 && blocks.findIndex(({ kind }) => kind === 'heading') === index
  // A heading names what follows it (WCAG 2.4.6): a lower one at most, never its like.
  const next = blocks[index + 1]
  const isEmpty = !next || (next.kind === 'heading' && next.level <= block.level)
  return [...(skips ? (['heading.skips'] as const) : []), ...(isEmpty ? (['heading.empty'] as const) : [])]
}
