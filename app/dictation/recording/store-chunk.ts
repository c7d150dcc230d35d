import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { encryptSound, openSoundKey } from '../sound-key'
import { findRecording } from './find-recording'

/** Bytes: one second of 16 kHz mono PCM16LE. */
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
  const recording = await findRecording(tx, recordingId)
  if (!recording) return { outcome: 'unknown', nextNumber: 0 }
  if (!recording.keyEncrypted) return { outcome: 'closed', nextNumber: recording.nextNumber }
  const stored = encryptSound(openSoundKey(recording.keyEncrypted, dataKeys), sound)
  const { rows } = await sql<StoreOutcome>`
    select outcome, next_number as "nextNumber" from staff_store_chunk(${recordingId}::uuid, ${number}, ${digest}, ${stored})
  `.execute(tx)
  return rows[0]!
}
