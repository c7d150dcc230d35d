import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { decryptSound, openSoundKey } from '../sound-key'
import { findRecording } from './find-recording'
import { headerBytes, layOutSound, wavHeader, type ByteRange, type SoundPart } from './sound-layout'

/** Nonce and tag of a stored part (sound-key.ts). */
const sealBytes = 28

/** Undefined if it is not the author's; only `erasedAt` if the sound is erased. */
export async function findSound(tx: StaffTx, recordingId: string) {
  const recording = await findRecording(tx, recordingId)
  if (!recording) return undefined
  const { erasedAt, keyEncrypted, noteId, partMs } = recording
  if (!keyEncrypted) return { erasedAt, noteId, keyEncrypted: null, parts: [], size: 0 }
  const sizes = await tx
    .selectFrom('recording_chunk')
    .where('recording_id', '=', recordingId)
    .select(['number', sql<number>`octet_length(sound) - ${sealBytes}`.as('bytes')])
    .orderBy('number')
    .execute()
  const { parts, bytes } = layOutSound(sizes, partMs)
  return { erasedAt, noteId, keyEncrypted, parts, size: headerBytes + bytes }
}

export type SoundToRead = {
  recordingId: string
  keyEncrypted: Buffer
  dataKeys: DataKeys
  parts: readonly SoundPart[]
  size: number
}

/** Bytes of the wav file, including header and silence. */
export async function readSound(tx: StaffTx, sound: SoundToRead, { from, to }: ByteRange): Promise<Buffer> {
  const { recordingId, keyEncrypted, dataKeys, parts, size } = sound
  const bytes = Buffer.alloc(to - from + 1)
  const header = wavHeader(size - headerBytes)
  if (from < headerBytes) header.copy(bytes, 0, from)
  const wanted = parts.filter(
    (part) => headerBytes + part.start <= to && headerBytes + part.start + part.bytes > from,
  )
  if (wanted.length === 0) return bytes
  const key = openSoundKey(keyEncrypted, dataKeys)
  const stored = await tx
    .selectFrom('recording_chunk')
    .where('recording_id', '=', recordingId)
    .where('number', '>=', wanted[0]!.number)
    .where('number', '<=', wanted.at(-1)!.number)
    .select(['number', 'sound'])
    .execute()
  const soundOf = new Map(stored.map((row) => [row.number, row.sound]))
  for (const part of wanted) {
    const at = headerBytes + part.start - from
    const plain = decryptSound(key, soundOf.get(part.number)!)
    plain.copy(bytes, Math.max(0, at), Math.max(0, -at))
  }
  return bytes
}

/** Call once per playback, not per range. */
export async function logPlaying(tx: StaffTx, recordingId: string, noteId: string): Promise<void> {
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id, recording_id)
    select municipality_id, (select app_now()), 'staff', (select app_subject()), 'playedRecording', case_id, id, ${recordingId}::uuid
      from note where id = ${noteId}::uuid`.execute(tx)
}
