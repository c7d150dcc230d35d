import type { DocumentContent } from '../../app/document/content/content.ts'

/** What a document says, as its row keeps it. */
export function contentSaying(...paragraphs: string[]): string {
  return JSON.stringify({
    title: 'Brev',
    language: 'sv',
    issuer: { name: 'Ekdala kommun' },
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  } satisfies DocumentContent)
}
