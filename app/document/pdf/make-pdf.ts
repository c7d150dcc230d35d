import { createHash } from 'node:crypto'
import type { ContentLanguage } from '../content/content-languages.ts'
import type { DocumentBlock, DocumentContent, Fact } from '../content/content.ts'
import { order } from './pdf-maker.ts'
import type { TemplateFile } from './typst.ts'

export type MadePdf = {
  bytes: Buffer
  /** In hexadecimal. */
  sha256: string
  pages: number
}

/**
 * The tagged PDF of a document (PDF/A-3a, made only when it would pass as PDF/UA-1). The same content and moment give
 * the same bytes in every process and time zone.
 * @throws PdfRefusal, MissingGlyph with the characters that cannot be written
 */
export const makePdf = (content: DocumentContent, frozenAt: Date): Promise<MadePdf> =>
  make('document', content, frozenAt)

export type SignaturePage = {
  title: string
  language: ContentLanguage
  issuer: DocumentContent['issuer']
  reference?: string
  groups: readonly { heading: string; rows: readonly Fact[]; texts?: readonly string[] }[]
}

/** The page that is laid behind a frozen document: who signed what and when. @throws PdfRefusal, MissingGlyph */
export const makeSignaturePage = (
  { title, language, issuer, reference, groups }: SignaturePage,
  at: Date,
): Promise<MadePdf> =>
  make(
    'signature-page',
    { title, language, issuer, ...(reference ? { reference } : {}), blocks: groups.flatMap(groupBlocks) },
    at,
  )

function groupBlocks({ heading, rows, texts = [] }: SignaturePage['groups'][number]): DocumentBlock[] {
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'facts', rows: [...rows] },
    ...texts.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
  ]
}

async function make(template: TemplateFile, content: DocumentContent, at: Date): Promise<MadePdf> {
  const made = await order({ template, content, at })
  const bytes = Buffer.from(made.bytes)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages: made.pages }
}
