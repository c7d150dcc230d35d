import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { wholeSecond } from '../../app/dictation/recording/part-length.ts'
import { startRecording } from '../../app/dictation/recording/start-recording.ts'
import { encryptSound, newSoundKey } from '../../app/dictation/sound-key.ts'
import { createNote } from '../../app/note/draft/create-note.ts'
import { parseDataKeys } from '../../app/person/data-keys.ts'
import { connect, type StaffTx } from '../../db/connect.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { decodeSound } from '../sound/decode-sound.ts'

type Options = { ownerUrl: string; portalUrl: string; dataKeys: string; now: Date }

// As dictation.wav (tests/speech/README.md), then: ffmpeg -i dictation.wav -c:a libopus -b:a 32k.
const clip = new URL('dictation.ogg', import.meta.url)
const SECOND_BYTES = 32_000
const samira = storyId('staff', 'samira')

export async function dictate({ ownerUrl, portalUrl, dataKeys, now }: Options): Promise<void> {
  const seconds = await secondsOfClip()
  const database = connect(portalUrl, () => undefined)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const token = { municipalityId: storyId('municipality', 'ekdala'), hash: randomBytes(32) }
    await owner.query(
      `insert into session (municipality_id, token_hash, kind, subject_id, device, previous_visit_at)
         values ($1, $2, 'staff', $3, 'computer', null)`,
      [token.municipalityId, token.hash, samira],
    )
    const soundKey = newSoundKey(parseDataKeys(dataKeys))
    await database.asStaff(token, now, (tx) => dictateIn(tx, { seconds, soundKey, now }))
    await owner.query('delete from session where token_hash = $1', [token.hash])
  } finally {
    await Promise.all([database.close(), owner.end()])
  }
}

type Dictation = { seconds: Buffer[]; soundKey: ReturnType<typeof newSoundKey>; now: Date }

async function dictateIn(tx: StaffTx, { seconds, soundKey, now }: Dictation): Promise<void> {
  const [noteId, versionId, recordingId] = [randomUUID(), randomUUID(), randomUUID()]
  await createNote(tx, {
    noteId,
    versionId,
    caseId: storyId('case', 'EK-2026-1187'),
    kind: 'phoneCall',
    eventAt: now,
    title: 'Samtal med mamma',
    authorId: samira,
    now,
  })
  await startRecording(tx, {
    recordingId,
    versionId,
    authorId: samira,
    source: 'live',
    partMs: wholeSecond,
    mode: 'automatic',
    keyEncrypted: soundKey.encrypted,
    now,
  })
  for (const [number, second] of seconds.entries()) {
    const digest = createHash('sha256').update(second).digest()
    const stored = encryptSound(soundKey.key, second)
    await sql`select staff_store_chunk(${recordingId}::uuid, ${number}, ${digest}, ${stored})`.execute(tx)
  }
  await sql`select staff_stop_recording(${recordingId}::uuid, ${seconds.length - 1})`.execute(tx)
}

async function secondsOfClip(): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  await decodeSound({
    file: createReadStream(clip),
    longestSeconds: 60,
    onSound: (bytes) => Promise.resolve(void pieces.push(bytes)),
    signal: AbortSignal.timeout(30_000),
  })
  const sound = Buffer.concat(pieces)
  return Array.from({ length: Math.ceil(sound.length / SECOND_BYTES) }, (_, i) =>
    sound.subarray(i * SECOND_BYTES, (i + 1) * SECOND_BYTES),
  )
}
