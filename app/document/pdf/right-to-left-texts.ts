import { writingDirection } from '../content/content-languages.ts'
import type { DocumentContent } from '../content/content.ts'
import { textsOf } from '../content/texts-of.ts'

/** The texts that are written from right to left, in the order of the PDF's structure elements. */
export function rightToLeftTexts({ title, language, blocks }: DocumentContent): string[] {
  const isTurned = (of = language) => writingDirection(of) === 'rtl'
  return [
    ...(isTurned() ? [title] : []),
    ...blocks.filter((block) => isTurned(block.language)).flatMap(textsOf),
  ]
}
