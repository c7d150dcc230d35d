import type { ChildProcess } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { wholeSecond, type PartMs } from '../../app/dictation/recording/part-length'
import { startRecording } from '../../app/dictation/recording/start-recording'
import { stopRecording } from '../../app/dictation/recording/stop-recording'
import { storeChunk } from '../../app/dictation/recording/store-chunk'
import { newSoundKey } from '../../app/dictation/sound-key'
import { createNote } from '../../app/note/draft/create-note'
import { connect, type Database, type StaffTx } from '../../db/connect'
import type { SessionToken } from '../../db/opening'
import { storyId } from '../../db/seed/story-id'
import { counting } from './counting'
import { storiesDatabase, type TestDatabase } from './database'
import { startFakeEngine, type FakeEngine } from './fake-engine'
import { testKeys, testKeysText } from './keys'
import { idOf, sessionFor } from './people'
import { end, forkWorker as forkAnyWorker, untilItWorks } from './worker-process'

/** Samira at her desk with a draft in Elias's case, a worker in a process of its own, and an engine that counts. */
export type DictationWorld = Awaited<ReturnType<typeof openDictation>>

export type Segment = { recording_id: string; kind: string; start_ms: number; end_ms: number; text: string }
export const storyNow = new Date('2026-09-15T07:00:00Z')

export async function openDictation(given?: { urls: TestDatabase }) {
  const urls = given?.urls ?? (await storiesDatabase())
  const owner = new pg.Pool({ connectionString: urls.ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  const database = connect(urls.portalUrl, () => undefined)
  const engine = await startFakeEngine()
  engine.answer = counting
  const client = new pg.Client({ connectionString: urls.ownerUrl })
  await client.connect()
  const samira = await sessionFor(client, 'samira')
  await client.end()
  const workers = new Set<ChildProcess>()
  const asSamira = <T>(work: (tx: StaffTx) => Promise<T>) => asStaff(database, samira, work)

  return {
    ...{ urls, owner, engine, database, asSamira },
    newDraft: () => newDraft(asSamira),
    record: (versionId: string, source: 'live' | 'upload' = 'live', partMs: PartMs = wholeSecond) =>
      record(asSamira, { versionId, source, partMs }),
    send: (recordingId: string, number: number, sound: Buffer) =>
      asSamira((tx) => storeChunk(tx, chunkOf(recordingId, number, sound))),
    stop: (recordingId: string, last: number | null) =>
      asSamira((tx) => stopRecording(tx, recordingId, last)),
    startWorker: async (env: Record<string, string> = {}) => {
      const worker = await startWorker(urls, engine, env)
      workers.add(worker)
      return worker
    },
    /** The same, not waited for. */
    forkWorker: (env: Record<string, string>) => forkWorker(urls, engine, env),
    segments: async (versionId: string): Promise<Segment[]> => {
      const { rows } = await owner.query<Segment>(
        'select recording_id, kind, start_ms, end_ms, text from transcript_segment where note_version_id = $1 order by number',
        [versionId],
      )
      return rows
    },
    recording: async (recordingId: string) => {
      const { rows } = await owner.query<Record<string, unknown>>('select * from recording where id = $1', [
        recordingId,
      ])
      return rows[0]!
    },
    close: async () => {
      await Promise.all([...workers].map((worker) => end(worker, 'SIGTERM')))
      await Promise.all([database.close(), owner.end(), engine.close()])
    },
  }
}

async function asStaff<T>(
  database: Database,
  token: SessionToken,
  work: (tx: StaffTx) => Promise<T>,
): Promise<T> {
  const done = await database.asStaff(token, storyNow, async (tx) => ({ value: await work(tx) }))
  if (!done) throw new Error('Samira has no session')
  return done.value
}

type AsSamira = <T>(work: (tx: StaffTx) => Promise<T>) => Promise<T>

async function newDraft(asSamira: AsSamira): Promise<string> {
  const versionId = randomUUID()
  const note = { noteId: randomUUID(), versionId, caseId: storyId('case', 'EK-2026-1187'), kind: 'phoneCall' }
  await asSamira((tx) =>
    createNote(tx, { ...note, eventAt: storyNow, title: 'Samtal', authorId: idOf('samira'), now: storyNow }),
  )
  return versionId
}

type Recorded = { versionId: string; source: 'live' | 'upload'; partMs: PartMs }

async function record(asSamira: AsSamira, { versionId, source, partMs }: Recorded) {
  const recordingId = randomUUID()
  const { key, encrypted: keyEncrypted } = newSoundKey(testKeys)
  const facts = {
    versionId,
    authorId: idOf('samira'),
    source,
    partMs,
    mode: 'automatic',
    keyEncrypted,
    now: storyNow,
  } as const
  await asSamira((tx) => startRecording(tx, { recordingId, ...facts }))
  return { recordingId, key }
}

function chunkOf(recordingId: string, number: number, sound: Buffer) {
  return {
    recordingId,
    number,
    sound,
    digest: createHash('sha256').update(sound).digest(),
    dataKeys: testKeys,
  }
}

async function startWorker(...given: Parameters<typeof forkWorker>): Promise<ChildProcess> {
  return untilItWorks(forkWorker(...given))
}

function forkWorker(urls: TestDatabase, engine: FakeEngine, env: Record<string, string>): ChildProcess {
  return forkAnyWorker({
    DATABASE_URL: urls.portalUrl,
    DATA_KEYS: testKeysText,
    TRANSCRIBER_URL: engine.url,
    TRANSCRIBER_MODEL: 'counts',
    CLOCK: storyNow.toISOString(),
    ...env,
  })
}
