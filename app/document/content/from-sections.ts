import type { DocumentBlock } from './content.ts'
import { plainLines } from './plain-text.ts'

/** As case systems send them. */
type DocumentSection = { heading?: string | undefined; paragraphs: readonly string[] }

/** A paragraph of several lines becomes several: a line is the smallest thing that page and PDF share. */
export const blocksFromSections = (sections: readonly DocumentSection[]): DocumentBlock[] =>
  sections.flatMap(({ heading = '', paragraphs }) => [
    ...headingOf(plainLines(heading).join(' ')),
    ...paragraphs.flatMap(plainLines).map((text): DocumentBlock => ({ kind: 'paragraph', text })),
  ])

const headingOf = (text: string): DocumentBlock[] => (text ? [{ kind: 'heading', level: 2, text }] : [])
