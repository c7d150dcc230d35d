import { collectUpload } from '../document/upload/collect-upload.ts'
import { UploadRefusal } from '../document/upload/upload-refusal.ts'
import type { AttachmentRule } from './attachment-refusal.ts'

/** A file as it arrives: `isCut` tells whether the line broke, as far as has been read. */
export type ArrivingFile = { fileName: string; file: AsyncIterable<unknown>; isCut: () => boolean }

/** All of a file, or why there is none. Nothing has looked into it yet. */
export async function collectFile({
  fileName,
  file,
  isCut,
}: ArrivingFile): Promise<Buffer | { refused: AttachmentRule }> {
  const bytes = await collected(file)
  if ('refused' in bytes) return bytes
  if (isCut()) return { refused: 'cut' }
  return bytes.length === 0 && fileName === '' ? { refused: 'missing' } : bytes
}

async function collected(file: AsyncIterable<unknown>): Promise<Buffer | { refused: AttachmentRule }> {
  try {
    return await collectUpload(file)
  } catch (error) {
    if (error instanceof UploadRefusal) return { refused: error.rule }
    throw error
  }
}
