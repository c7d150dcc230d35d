import { createHmac } from 'node:crypto'
import type { AttachmentType } from '../../db/roles.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { seal, unseal } from '../person/sealed.ts'

// Sealed for one file: laid into another row it does not open.
const placeOf = (attachmentId: string) => `attachment ${attachmentId}`

export const sealFile = (bytes: Uint8Array, attachmentId: string, keys: DataKeys): Buffer =>
  seal(bytes, keys, placeOf(attachmentId))

/** @throws Error when the key is unknown, or the bytes were changed or are another file's */
export const unsealFile = (sealed: Buffer, attachmentId: string, keys: DataKeys): Buffer =>
  unseal(sealed, keys, placeOf(attachmentId))

/** By which a file sent twice to one message is known again. Keyed: it tells nobody what was sent. */
export const fingerprintOf = (
  { bytes, type }: { bytes: Uint8Array; type: AttachmentType },
  keys: DataKeys,
): Buffer => createHmac('sha256', keys.lookup).update(`attachment ${type} `).update(bytes).digest()
