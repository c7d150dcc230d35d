import { sql } from 'kysely'
import type { OpenRecording, RecordingStore, SoundPart } from '../hearing/recording-store.ts'
import type { NewSegment } from '../hearing/segment.ts'
import { sealPreview } from '../../../app/dictation/recording/preview.ts'
import { decryptSound, openSoundKey } from '../../../app/dictation/sound-key.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import type { Database, ServiceTx } from '../../../db/connect.ts'
import { sendJob, type RecordingId } from '../../../db/jobs.ts'

type Row = {
  municipality_id: string
  recording_id: string
  note_version_id: string
  part_ms: number
  state: string
  key_encrypted: Buffer | null
  transcribed_to: number
  next_number: number
  last_number: number | null
  problem: string | null
}
type Source = { database: Database; dataKeys: DataKeys; now: () => Date }

/** Oldest first. */
export async function openRecordings({ database, now }: Source): Promise<OpenRecording[]> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<Row>`select * from service_open_recordings()`.execute(tx)
    return rows.map(openRecording).filter((recording) => recording !== null)
  })
}

async function lookAt(tx: ServiceTx, id: RecordingId): Promise<OpenRecording | null> {
  const { rows } =
    await sql<Row>`select * from service_recording(${id.municipalityId}, ${id.recordingId})`.execute(tx)
  return rows[0] ? openRecording(rows[0]) : null
}

function openRecording(row: Row): OpenRecording | null {
  if (!row.key_encrypted || (row.state !== 'recording' && row.state !== 'stopped')) return null
  return {
    municipalityId: row.municipality_id,
    recordingId: row.recording_id,
    noteVersionId: row.note_version_id,
    partMs: row.part_ms,
    state: row.state,
    keyEncrypted: row.key_encrypted,
    transcribedTo: row.transcribed_to,
    nextNumber: row.next_number,
    lastNumber: row.last_number,
    problem: row.problem,
  }
}

export async function readParts(
  tx: ServiceTx,
  { municipalityId, recordingId, key, from, most }: RecordingId & { key: Buffer; from: number; most: number },
): Promise<SoundPart[]> {
  const { rows } = await sql<{ number: number; sound: Buffer }>`
    select * from service_read_chunks(${municipalityId}, ${recordingId}, ${from}, ${most})`.execute(tx)
  return rows.map(({ number, sound }) => ({ number, pcm: samplesOf(decryptSound(key, sound)) }))
}

function samplesOf(bytes: Buffer): Float32Array {
  const samples = new Float32Array(bytes.length >> 1)
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(2 * i) / 32_768
  return samples
}

/** Each call is its own short transaction. */
export function recordingStore(source: Source, recording: OpenRecording): RecordingStore {
  const { municipalityId, recordingId } = recording
  const key = openSoundKey(recording.keyEncrypted, source.dataKeys)
  const run = <T>(work: (tx: ServiceTx) => Promise<T>) => source.database.asService(source.now(), work)
  const at = sql`${municipalityId}, ${recordingId}`
  return {
    caller: recordingId,
    look: () => run((tx) => lookAt(tx, recording)),
    readParts: (from, most) => run((tx) => readParts(tx, { municipalityId, recordingId, key, from, most })),
    caseWords: () => run((tx) => caseWords(tx, recording)),
    addSegments: (from, to, segments) => run((tx) => addSegments(tx, recording, { from, to, segments })),
    tellPreview: (preview) =>
      run(async (tx) => {
        const sealed = sealPreview(key, preview)
        await sql`select service_tell_preview(${at}, ${sealed})`.execute(tx)
      }),
    setProblem: (problem, progress) =>
      run(async (tx) => {
        const data = JSON.stringify(progress === null ? {} : { progress })
        await sql`select service_set_problem(${at}, ${problem}, ${data})`.execute(tx)
      }),
    reportLag: (ms) =>
      run(async (tx) => void (await sql`select service_report_lag(${at}, ${ms})`.execute(tx))),
    finish: () => run((tx) => finish(tx, recording)),
  }
}

type Heard = { from: number; to: number; segments: readonly NewSegment[] }

/** The transcript moves on with the first. */
async function addSegments(
  tx: ServiceTx,
  { municipalityId, recordingId }: RecordingId,
  { from, to, segments }: Heard,
): Promise<boolean> {
  const [first = null, ...others] = segments
  const add = async (at: number, segment: NewSegment | null): Promise<boolean> => {
    const { rows } = await sql<{ number: number | null }>`
      select service_add_segment(${municipalityId}, ${recordingId}, ${at}, ${to}, ${segment && JSON.stringify(segment)}) as number`.execute(
      tx,
    )
    return rows[0]?.number !== null
  }
  if (!(await add(from, first))) return false
  for (const segment of others) await add(to, segment)
  return true
}

export async function caseWords(
  tx: ServiceTx,
  { municipalityId, recordingId }: RecordingId,
): Promise<string[]> {
  const { rows } = await sql<{ words: string[] | null }>`
    select service_case_words(${municipalityId}, ${recordingId}) as words`.execute(tx)
  return rows[0]?.words ?? []
}

async function finish(tx: ServiceTx, { municipalityId, recordingId }: RecordingId): Promise<void> {
  const { rows } = await sql<{ finished: boolean }>`
    select service_finish_live(${municipalityId}, ${recordingId}) as finished`.execute(tx)
  // Where nobody was heard, the pass counts as done and the job ends at once.
  if (rows[0]?.finished) await sendJob(tx, 'final-pass', { municipalityId, recordingId })
}
