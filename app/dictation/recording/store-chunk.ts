import { CompiledQuery } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { encryptSound, openSoundKey } from '../sound-key'

/** Bytes: one second of 16 kHz mono PCM16LE. A part is no longer, however many numbers it has. */
export const largestChunk = 32_000

export type NewChunk = {
  recordingId: string
  number: number
  sound: Buffer
  /** SHA-256 of the unencrypted sound. */
  digest: Buffer
}

/** conflict: other sound has this number. closed: no more parts, or not this number. */
export type StoreOutcome = {
  outcome: 'stored' | 'conflict' | 'closed' | 'unknown'
  nextNumber: number
}

/**
 * Repeating it changes nothing.
 * @returns the key, too, by which the parts that follow can be stored at once (storing)
 */
export async function storeChunk(
  tx: StaffTx,
  { dataKeys, ...chunk }: NewChunk & { dataKeys: DataKeys },
): Promise<StoreOutcome & { key: Buffer | null }> {
  const recording = await tx
    .selectFrom('recording')
    .select(['key_encrypted', 'next_number'])
    .where('id', '=', chunk.recordingId)
    .executeTakeFirst()
  if (!recording) return { outcome: 'unknown', nextNumber: 0, key: null }
  const { key_encrypted: keyEncrypted, next_number: nextNumber } = recording
  if (!keyEncrypted) return { outcome: 'closed', nextNumber, key: null }
  const key = openSoundKey(keyEncrypted, dataKeys)
  const { rows } = await tx.executeQuery(storing(chunk, key))
  return { ...rows[0]!, key }
}

/** @param key of the recording: a part under another one could never be heard */
export function storing(chunk: NewChunk, key: Buffer): CompiledQuery<StoreOutcome> {
  const { recordingId, number, sound, digest } = chunk
  return CompiledQuery.raw(
    'select outcome, next_number as "nextNumber" from staff_store_chunk($1, $2, $3, $4)',
    [recordingId, number, digest, encryptSound(key, sound)],
  )
}
