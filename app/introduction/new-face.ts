import { randomUUID } from 'node:crypto'
import type { AttachmentRule } from '../attachment/attachment-refusal.ts'
import { collectFile, type ArrivingFile } from '../attachment/collect-file.ts'
import { kindOfBytes } from '../attachment/kind-of-bytes.ts'
import { remakeApart } from '../attachment/picture/remake-apart.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { seal, unseal } from '../person/sealed.ts'

/** A picture made anew as a small square, as it is kept. */
export type NewFace = { id: string; sealed: Buffer }

/** Takes in a picture that arrives. Nothing is kept yet; refused as `missing` where none was chosen. */
export async function newFace(
  arriving: ArrivingFile,
  keys: DataKeys,
  id: string = randomUUID(),
): Promise<NewFace | { refused: AttachmentRule }> {
  const bytes = await collectFile(arriving)
  if ('refused' in bytes) return bytes
  if (bytes.length === 0) return { refused: 'empty' }
  const kind = kindOfBytes(bytes)
  if (kind === 'heic') return { refused: 'heic' }
  if (kind === 'pdf' || kind === 'other') return { refused: 'kind' }
  const remade = await remakeApart(bytes, 'face')
  return 'refused' in remade ? remade : { id, sealed: seal(remade.bytes, keys, placeOf(id)) }
}

/** @throws Error when the key is unknown, or the bytes were changed or are another picture's */
export const openFace = ({ id, sealed }: NewFace, keys: DataKeys): Buffer => unseal(sealed, keys, placeOf(id))

// Sealed for one picture: laid into another row it does not open.
const placeOf = (id: string) => `face ${id}`
