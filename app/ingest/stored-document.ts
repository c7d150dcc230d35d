import { blocksFromSections } from '../document/content/from-sections.ts'
import { plainLines } from '../document/content/plain-text.ts'
import type { IngestDocument } from './document-schema.ts'

/** The document as the database takes it: its text as content. Who issued it is the municipality's to say. */
export function storedDocument({ sections, blocks, language, ...document }: IngestDocument): object {
  const content = {
    title: plainLines(document.title).join(' ') || document.title,
    language,
    blocks: blocks ?? blocksFromSections(sections ?? []),
  }
  // The bytes of a finished PDF go beside it.
  return { ...document, pdf: undefined, content }
}
