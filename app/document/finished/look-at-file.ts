import { collectUpload } from '../upload/collect-upload'
import { inspectUpload } from '../upload/inspect-upload'
import type { SeenPdf } from '../upload/look-inside'
import { UploadRefusal, type UploadRule } from '../upload/upload-refusal'

/** Why a file is not taken: `missing` when there is none, `untagged` when its text is asked for as well. */
export type FileRefusal = UploadRule | 'missing' | 'untagged'

export type LookedAt = { bytes: Buffer; seen: SeenPdf } | { refused: FileRefusal }

/** What the name or the sender says a file is counts for nothing: it is looked into. */
export async function lookAtFile(file: AsyncIterable<unknown>, hasText: boolean): Promise<LookedAt> {
  try {
    const bytes = await collectUpload(file)
    if (bytes.length === 0) return { refused: 'missing' }
    const seen = await inspectUpload(bytes)
    // Without tags whoever hears it gets letters without order (WCAG 1.3.2): the page must have the text.
    return seen.isTagged || hasText ? { bytes, seen } : { refused: 'untagged' }
  } catch (error) {
    if (error instanceof UploadRefusal) return { refused: error.rule }
    throw error
  }
}
