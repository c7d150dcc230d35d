import type { ContentLanguage } from '../content/content-languages.ts'
import { writingDirection } from '../content/content-languages.ts'
import type { DocumentBlock, DocumentContent } from '../content/content.ts'
import { leftToRightParts } from '../content/left-to-right-parts.ts'

/** What the Typst templates are given, as JSON. */
export type Sheet = ReturnType<typeof sheetOf>

const pageWords: Record<ContentLanguage, { page: string; of: string }> = {
  sv: { page: 'Sida', of: 'av' },
  en: { page: 'Page', of: 'of' },
  fi: { page: 'Sivu', of: '/' },
  so: { page: 'Bogga', of: '/' },
  ar: { page: 'الصفحة', of: 'من' },
}

export function sheetOf({ title, language, issuer, reference, blocks }: DocumentContent) {
  const shown = shownIn(language)
  return {
    title: shown(title),
    language,
    issuer: { name: issuer.name, unit: issuer.unit ?? '' },
    foot: [title, reference]
      .filter((text) => text !== undefined)
      .map(shown)
      .join(' · '),
    ...pageWords[language],
    blocks: blocks.map((block) => sheetBlock(block, block.language ?? language)),
  }
}

function sheetBlock(block: DocumentBlock, language: ContentLanguage) {
  const shown = shownIn(language)
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, language, text: shown(block.text) }
    case 'list':
      return { ...block, language, items: block.items.map(shown) }
    case 'facts':
      return {
        ...block,
        language,
        rows: block.rows.map(({ label, value }) => ({ label: shown(label), value: shown(value) })),
      }
    case 'table':
      return {
        ...block,
        language,
        caption: shown(block.caption),
        head: block.head.map(shown),
        rows: block.rows.map((row) => row.map(shown)),
        widths: block.head.map((head, column) => widthOf([head, ...block.rows.map((row) => row[column]!)])),
      }
  }
}

/** Columns share the line by their longest text, none of them more than four times another. */
function widthOf(texts: readonly string[]): number {
  const longest = Math.max(...texts.map((text) => text.length))
  return Math.min(40, Math.max(10, longest))
}

function shownIn(language: ContentLanguage): (text: string) => string {
  if (writingDirection(language) === 'ltr') return (text) => text
  return (text) =>
    leftToRightParts(text)
      .map((part) => (part.isLeftToRight ? `\u2066${part.text}\u2069` : part.text))
      .join('')
}
