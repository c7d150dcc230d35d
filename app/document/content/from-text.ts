import type { DocumentBlock } from './content.ts'
import { plainLines } from './plain-text.ts'
import { textsOf } from './texts-of.ts'

/** What somebody writes in a field: a line is a paragraph, "# " begins a heading, "## " a lower one, "- " a point. */
export function blocksFromText(text: string): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  for (const line of plainLines(text)) {
    const [, mark, words = ''] = /^(##?|-) +(.*)$/.exec(line) ?? []
    const last = blocks.at(-1)
    if (mark === '-' && last?.kind === 'list') last.items.push(words)
    else blocks.push(blockOf(mark, mark ? words : line))
  }
  return blocks
}

/** The same written as in a field; tables and facts line by line. */
export const textFromBlocks = (blocks: readonly DocumentBlock[]): string => blocks.flatMap(linesOf).join('\n')

function linesOf(block: DocumentBlock): string[] {
  if (block.kind === 'heading') return [`${block.level === 2 ? '#' : '##'} ${block.text}`]
  return block.kind === 'list' ? block.items.map((item) => `- ${item}`) : textsOf(block)
}

function blockOf(mark: string | undefined, text: string): DocumentBlock {
  if (mark === '-') return { kind: 'list', ordered: false, items: [text] }
  if (mark) return { kind: 'heading', level: mark === '#' ? 2 : 3, text }
  return { kind: 'paragraph', text }
}
