import type { ContentLanguage } from './content-languages.ts'
import type { DocumentBlock, DocumentContent } from './content.ts'
import { plainLines } from './plain-text.ts'

/** As the case system sends them and as older documents are kept. */
type DocumentSection = { heading?: string | undefined; paragraphs: readonly string[] }

type Sectioned = Pick<DocumentContent, 'title' | 'issuer'> & {
  language: ContentLanguage
  reference?: string | undefined
  sections: readonly DocumentSection[]
}

/** A paragraph of several lines becomes several: a line is the smallest thing that page and PDF share. */
export function contentFromSections({
  title,
  language,
  issuer,
  reference,
  sections,
}: Sectioned): DocumentContent {
  return {
    title: oneLine(title),
    language,
    issuer,
    ...(reference ? { reference: oneLine(reference) } : {}),
    blocks: sections.flatMap(blocksOf),
  }
}

function blocksOf({ heading, paragraphs }: DocumentSection): DocumentBlock[] {
  const written = paragraphs.flatMap(plainLines).map((text): DocumentBlock => ({ kind: 'paragraph', text }))
  return heading ? [{ kind: 'heading', level: 2, text: oneLine(heading) }, ...written] : written
}

const oneLine = (text: string) => plainLines(text).join(' ')
