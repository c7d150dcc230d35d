import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { decryptSound, encryptSound, openSoundKey } from '../../../app/dictation/sound-key.ts'
import { SPEECH_RATE } from '../../../app/dictation/speech/wav.ts'
import type { RecordingId } from '../../../db/jobs.ts'
import { decodeSound } from '../../sound/decode-sound.ts'
import type { JobHandler } from '../job-runner.ts'
import { eraseRecording } from '../retention/erase-recording.ts'
import type { RecordingParts } from './recording-parts.ts'

type File = RecordingId & { key: Buffer; longestSeconds: number }

const PART_BYTES = SPEECH_RATE * 2
const PARTS_AT_ONCE = 30

/** Nothing is kept of a file that is not sound. */
export function decodeFileJob(parts: RecordingParts): JobHandler<'decode-file'> {
  const { database, now, signal } = parts
  return async (id, complete) => {
    const file = await fileToDecode(id, parts)
    if (!file) return database.asService(now(), complete)
    const sound = storing(file, parts)
    const outcome = await decodeSound({
      file: bytesOf(file, parts),
      longestSeconds: file.longestSeconds,
      onSound: sound.take,
      signal,
    })
    const count = outcome === 'decoded' ? await sound.finish() : 0
    await database.asService(now(), async (tx) => {
      if (outcome !== 'decoded') await eraseRecording(tx, id, { because: 'discarded', problem: outcome })
      else
        await sql`select service_file_decoded(${id.municipalityId}, ${id.recordingId}, ${count - 1})`.execute(
          tx,
        )
      await complete(tx)
    })
  }
}

function fileToDecode(id: RecordingId, { database, dataKeys, now }: RecordingParts): Promise<File | null> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<{ state: string; source: string; key_encrypted: Buffer | null }>`
      select * from service_recording(${id.municipalityId}, ${id.recordingId})`.execute(tx)
    const [recording] = rows
    if (!recording?.key_encrypted || recording.source !== 'upload' || recording.state !== 'recording')
      return null
    const rule = await sql<{ hours: number }>`select service_recording_rule('longestHours') as hours`.execute(
      tx,
    )
    const key = openSoundKey(recording.key_encrypted, dataKeys)
    return { ...id, key, longestSeconds: rule.rows[0]!.hours * 3600 }
  })
}

async function* bytesOf({ key, ...id }: File, { database, now }: RecordingParts): AsyncIterable<Buffer> {
  for (let number = 0; ; number += 1) {
    const { rows } = await database.asService(now(), (tx) =>
      sql<{ number: number; bytes: Buffer }>`
        select * from service_read_file_parts(${id.municipalityId}, ${id.recordingId}, ${number}, 1)`.execute(
        tx,
      ),
    )
    const [part] = rows
    if (part?.number !== number) return
    yield decryptSound(key, part.bytes)
  }
}

function storing({ key, ...id }: File, { database, now }: RecordingParts) {
  let rest = Buffer.alloc(0)
  let count = 0
  const store = (seconds: Buffer[]) =>
    database.asService(now(), async (tx) => {
      for (const second of seconds) {
        const digest = createHash('sha256').update(second).digest()
        await sql`select service_store_decoded(${id.municipalityId}, ${id.recordingId}, ${count}, ${digest}, ${encryptSound(key, second)})`.execute(
          tx,
        )
        count += 1
      }
    })
  return {
    take: async (bytes: Buffer): Promise<void> => {
      rest = Buffer.concat([rest, bytes])
      while (rest.length >= PART_BYTES) {
        const whole = Math.min(PARTS_AT_ONCE, Math.floor(rest.length / PART_BYTES))
        const seconds = Array.from({ length: whole }, (_, i) =>
          rest.subarray(i * PART_BYTES, (i + 1) * PART_BYTES),
        )
        rest = rest.subarray(whole * PART_BYTES)
        await store(seconds)
      }
    },
    finish: async (): Promise<number> => {
      if (rest.length > 0) await store([rest])
      return count
    },
  }
}
