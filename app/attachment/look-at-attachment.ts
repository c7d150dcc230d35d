import { inspectUpload } from '../document/upload/inspect-upload.ts'
import { UploadRefusal } from '../document/upload/upload-refusal.ts'
import type { AttachmentType } from '../../db/roles.ts'
import type { AttachmentRule } from './attachment-refusal.ts'
import { isArchiveToo, kindOfBytes } from './kind-of-bytes.ts'
import { remakeApart } from './picture/remake-apart.ts'

/** What is kept of a file: a picture made anew, or a PDF as it came. */
export type Looked = { bytes: Uint8Array; type: AttachmentType } | { refused: AttachmentRule }

/** Looks into a file from outside, in a process of its own. Its name and its sender's word count for nothing. */
export async function lookAtAttachment(bytes: Buffer): Promise<Looked> {
  if (bytes.length === 0) return { refused: 'empty' }
  const kind = kindOfBytes(bytes)
  if (kind === 'other') return { refused: 'kind' }
  if (kind === 'heic') return { refused: 'heic' }
  return kind === 'pdf' ? lookAtPdf(bytes) : remakeApart(bytes, 'whole')
}

async function lookAtPdf(bytes: Buffer): Promise<Looked> {
  if (isArchiveToo(bytes)) return { refused: 'twoKinds' }
  try {
    await inspectUpload(bytes)
    return { bytes, type: 'application/pdf' }
  } catch (error) {
    if (error instanceof UploadRefusal) return { refused: error.rule }
    throw error
  }
}
