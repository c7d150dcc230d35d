import type { DocumentContent } from '../content/content.ts'
import type { PdfRule } from './pdf-refusal.ts'
import type { TemplateFile } from './typst.ts'

/** What is sent to the process that makes PDFs, and what it answers, in the same order. */
export type PdfOrder = { template: TemplateFile; content: DocumentContent; at: Date }

export type PdfReply =
  | { kind: 'made'; bytes: Uint8Array; pages: number }
  | { kind: 'refused'; rule: PdfRule; characters: readonly string[] }
