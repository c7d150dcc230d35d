import { randomUUID } from 'node:crypto'
import type { AttachmentType } from '../../db/roles.ts'
import type { DataKeys } from '../person/data-keys.ts'
import type { AttachmentRule } from './attachment-refusal.ts'
import { collectFile, type ArrivingFile } from './collect-file.ts'
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

/** Takes in a file that arrives, looks into it and seals it. Nothing of it is kept yet. */
export async function newAttachment(
  arriving: ArrivingFile,
  keys: DataKeys,
): Promise<NewAttachment | { refused: AttachmentRule }> {
  const bytes = await collectFile(arriving)
  if ('refused' in bytes) return bytes
  const looked = await lookAtAttachment(bytes)
  if ('refused' in looked) return looked
  const id = randomUUID()
  return {
    id,
    name: readableFileName(arriving.fileName, looked.type),
    type: looked.type,
    size: looked.bytes.length,
    fingerprint: fingerprintOf(looked, keys).toString('hex'),
    sealed: sealFile(looked.bytes, id, keys),
  }
}
