import type { Paragraph } from '../../db/roles'
import type { DocumentContent } from '../document/content/content'
import { sectionsOf } from '../document/content/sections-of'
import { textsOf } from '../document/content/texts-of'
import type { ReadingLevel } from '../reading/reading-level'
import type { ItemText } from './reading'

/** So much, about, is read at a time: five or six lines on a phone. */
const most = 320

type Plan = Extract<ItemText, { kind: 'plan' }>

/** What stands on one page. */
export type Part =
  | { kind: 'child'; paragraphs: string[] }
  | { kind: 'note'; paragraphs: Paragraph[] }
  | { kind: 'document'; content: DocumentContent }
  | { kind: 'plan'; summary: string | null; goals: Plan['goals'] }
  | { kind: 'dates'; dates: Extract<ItemText, { kind: 'dates' }>['dates'] }

/** A text cut where it can rest: never within a paragraph, a section or a goal. At least one part. */
export function partsOf(text: ItemText, level: ReadingLevel): Part[] {
  if (text.kind === 'plan') return planParts(text)
  if (text.kind === 'dates') return [text]
  const easier = level === 'easiest' ? text.childTextEasy : level === 'easier' ? text.childText : null
  if (easier) {
    const pieces = piecesOf(easier)
    return together(pieces, (piece) => piece.length).map((paragraphs) => ({ kind: 'child', paragraphs }))
  }
  if (text.kind === 'note')
    return together(text.paragraphs, (paragraph) => paragraph.text.length).map((paragraphs) => ({
      kind: 'note',
      paragraphs,
    }))
  const content = text.content as DocumentContent
  const sections = sectionsOf(content.blocks)
  return together(sections, (blocks) => blocks.flatMap(textsOf).join('').length).map((each) => ({
    kind: 'document',
    content: { ...content, blocks: each.flat() },
  }))
}

function planParts({ summary, goals }: Plan): Part[] {
  return [
    { kind: 'plan', summary, goals: goals.slice(0, 1) },
    ...goals.slice(1).map((goal) => ({ kind: 'plan' as const, summary: null, goals: [goal] })),
  ]
}

/** Paragraphs as they were written; a long one of many sentences by its sentences. */
function piecesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) =>
      paragraph.length <= most
        ? [paragraph]
        : together(paragraph.split(/(?<=[.!?][”"]?)\s+/), (sentence) => sentence.length).map((sentences) =>
            sentences.join(' '),
          ),
    )
}

/** Neighbours joined while they stay short. */
function together<T>(all: readonly T[], lengthOf: (one: T) => number): T[][] {
  const parts: T[][] = []
  let length = 0
  for (const one of all) {
    const own = lengthOf(one)
    const last = parts.at(-1)
    if (last && length + own <= most) last.push(one)
    else parts.push([one])
    length = last && length + own <= most ? length + own : own
  }
  return parts.length > 0 ? parts : [[]]
}
