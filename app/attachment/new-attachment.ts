import { randomUUID } from 'node:crypto'
import { collectUpload } from '../document/upload/collect-upload.ts'
import { UploadRefusal } from '../document/upload/upload-refusal.ts'
import type { AttachmentType } from '../../db/roles.ts'
import type { DataKeys } from '../person/data-keys.ts'
import type { AttachmentRule } from './attachment-refusal.ts'
import { readableFileName } from './file-name.ts'
import { lookAtAttachment } from './look-at-attachment.ts'
import { fingerprintOf, sealFile } from './sealed-file.ts'

/** A file that has been looked into, as it is kept. */
export type NewAttachment = {
  id: string
  name: string
  type: AttachmentType
  /** Bytes before they were sealed. */
  size: number
  /** Hex. */
  fingerprint: string
  sealed: Buffer
}

type Arriving = {
  fileName: string
  file: AsyncIterable<unknown>
  /** Whether the line broke, as far as has been read. */
  isCut: () => boolean
}

/** Takes in a file that arrives, looks into it and seals it. Nothing of it is kept yet. */
export async function newAttachment(
  { fileName, file, isCut }: Arriving,
  keys: DataKeys,
): Promise<NewAttachment | { refused: AttachmentRule }> {
  const bytes = await collected(file)
  if ('refused' in bytes) return bytes
  if (isCut()) return { refused: 'cut' }
  if (bytes.length === 0 && fileName === '') return { refused: 'missing' }
  const looked = await lookAtAttachment(bytes)
  if ('refused' in looked) return looked
  const id = randomUUID()
  return {
    id,
    name: readableFileName(fileName, looked.type),
    type: looked.type,
    size: looked.bytes.length,
    fingerprint: fingerprintOf(looked, keys).toString('hex'),
    sealed: sealFile(looked.bytes, id, keys),
  }
}

async function collected(file: AsyncIterable<unknown>): Promise<Buffer | { refused: AttachmentRule }> {
  try {
    return await collectUpload(file)
  } catch (error) {
    if (error instanceof UploadRefusal) return { refused: error.rule }
    throw error
  }
}
