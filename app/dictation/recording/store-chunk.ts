import { sql } from 'kysely'
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
  dataKeys: DataKeys
}

/** conflict: other sound has this number. closed: no more parts, or not this number. */
export type StoreOutcome = {
  outcome: 'stored' | 'conflict' | 'closed' | 'unknown'
  nextNumber: number
}

/** Repeating it changes nothing. */
export async function storeChunk(tx: StaffTx, chunk: NewChunk): Promise<StoreOutcome> {
  const { recordingId, number, sound, digest, dataKeys } = chunk
  const recording = await tx
    .selectFrom('recording')
    .select(['key_encrypted', 'next_number'])
    .where('id', '=', recordingId)
    .executeTakeFirst()
  if (!recording) return { outcome: 'unknown', nextNumber: 0 }
  const { key_encrypted: keyEncrypted, next_number: nextNumber } = recording
  if (!keyEncrypted) return { outcome: 'closed', nextNumber }
  const stored = encryptSound(openSoundKey(keyEncrypted, dataKeys), sound)
  const { rows } = await sql<StoreOutcome>`
    select outcome, next_number as "nextNumber" from staff_store_chunk(${recordingId}::uuid, ${number}, ${digest}, ${stored})
  `.execute(tx)
  return rows[0]!
}
