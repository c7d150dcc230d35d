import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryptSound } from '../../app/dictation/sound-key'
import { createMetrics } from '../../app/server/metrics'
import { listDeadLetters, retryDeadLetter } from '../../db/dead-letters'
import { sendJob } from '../../db/jobs'
import { soundFile } from '../../tests/support/coded-sound'
import { testKeysText } from '../../tests/support/keys'
import { openDictation, storyNow, type DictationWorld } from '../../tests/support/dictation-world'
import { end } from '../../tests/support/worker-process'
import { secondsOf, spokenNumbers } from '../../tests/support/spoken-numbers'
import { municipalityId as townId } from '../../tests/support/people'

let world: DictationWorld
const municipalityId = townId('ekdala')

beforeAll(async () => {
  world = await openDictation()
})
afterAll(() => world.close())

const voice = soundFile('sound.mp3')
const until = { timeout: 300_000, interval: 50 }
const final = async (id: string) => (await world.recording(id))['final_pass']

async function dictate(): Promise<string> {
  const seconds = secondsOf(spokenNumbers(2))
  const { recordingId } = await world.record(await world.newDraft())
  for (const [number, second] of seconds.entries()) await world.send(recordingId, number, second)
  await world.stop(recordingId, seconds.length - 1)
  return recordingId
}

async function jobsOf(recordingId: string): Promise<number> {
  const { rowCount } = await world.owner.query(`select from pgboss.job where data ->> 'recordingId' = $1`, [
    recordingId,
  ])
  return rowCount ?? 0
}

test('a job exists when the transaction that sends it commits, and not when it rolls back', async () => {
  const { recordingId } = await world.record(await world.newDraft())
  const job = { municipalityId, recordingId, because: 'discarded' } as const
  const failing = world.asSamira(async (tx) => {
    await sendJob(tx, 'erase-recording', job)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await jobsOf(recordingId)).toBe(0)

  await world.asSamira((tx) => sendJob(tx, 'erase-recording', job))
  expect(await jobsOf(recordingId)).toBe(1)
})

test('staff may send a job but read none', async () => {
  const reading = world.asSamira((tx) => sql`select data from pgboss.job`.execute(tx))
  await expect(reading).rejects.toThrow('permission denied')
})

test(
  'a worker killed in the middle of a job is followed by another that does it once',
  { timeout: 900_000 },
  async () => {
    const first = await world.startWorker({ TRANSCRIBER_FINAL_MODEL: 'hang' })
    const recordingId = await dictate()
    await expect.poll(() => world.engine.asked.some(({ model }) => model === 'hang'), until).toBe(true)
    await end(first, 'SIGKILL')
    expect(await final(recordingId)).toBe('waiting')
    await world.owner.query(
      `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute', retry_delay = 0 where state = 'active'`,
    )

    const second = await world.startWorker()
    await expect.poll(() => final(recordingId), until).toBe('done')
    const finals = await world.owner.query(
      `select from recording_event where recording_id = $1 and kind = 'final'`,
      [recordingId],
    )
    expect(finals.rowCount).toBe(1)
    await end(second, 'SIGTERM')
  },
)

test(
  'where the careful pass hears something else, its text is kept beside the live text',
  { timeout: 900_000 },
  async () => {
    const { answer } = world.engine
    world.engine.answer = (asked) => {
      const { text, ...more } = answer(asked) as { text: string }
      return asked.model === 'careful'
        ? { ...more, text: text.toUpperCase().replace('MENING 2', 'Menig 2') }
        : { ...more, text }
    }
    const worker = await world.startWorker({ TRANSCRIBER_FINAL_MODEL: 'careful' })
    const one = spokenNumbers(1)
    // Too far apart for one piece, so each text is a segment.
    const two = spokenNumbers(2).slice(one.length - 16_000)
    const sound = new Float32Array(one.length + 7 * 16_000 + two.length)
    sound.set(one)
    sound.set(two, one.length + 7 * 16_000)
    const seconds = secondsOf(sound)
    const versionId = await world.newDraft()
    const { recordingId } = await world.record(versionId)
    for (const [number, second] of seconds.entries()) await world.send(recordingId, number, second)
    await world.stop(recordingId, seconds.length - 1)

    await expect.poll(() => final(recordingId), until).toBe('done')
    const { rows } = await world.owner.query<Record<string, unknown>>(
      'select text, final_text from transcript_segment where note_version_id = $1 order by number',
      [versionId],
    )
    expect(rows).toEqual([
      { text: 'Mening 1.', final_text: null },
      { text: 'Mening 2.', final_text: 'Menig 2.' },
    ])
    world.engine.answer = answer
    await end(worker, 'SIGTERM')
  },
)

test(
  'a job that fails for good is shown with ids and a code, the live text stays, and an operator sends it again',
  { timeout: 900_000 },
  async () => {
    await world.owner.query(`update pgboss.queue set retry_limit = 0 where name = 'final-pass'`)
    const failing = await world.startWorker({ TRANSCRIBER_FINAL_MODEL: '413' })
    const recordingId = await dictate()
    const letters = () => world.database.asService(storyNow, listDeadLetters)
    await expect
      .poll(letters, until)
      .toMatchObject([{ queue: 'final-pass', data: { municipalityId, recordingId }, errorCode: 'too_large' }])
    expect(await createMetrics(world.database).registry.metrics()).toContain(
      'jobs_failed{queue="final-pass"} 1',
    )
    await expect.poll(() => final(recordingId), until).toBe('failed')
    await end(failing, 'SIGTERM')

    const [letter] = await letters()
    expect(await world.database.asService(storyNow, (tx) => retryDeadLetter(tx, letter!.id))).toBe(true)
    const worker = await world.startWorker()
    await expect.poll(() => final(recordingId), until).toBe('done')
    expect(await letters()).toEqual([])
    await end(worker, 'SIGTERM')
  },
)

test(
  'an uploaded sound file becomes sound and text; of any other file nothing is left',
  { timeout: 900_000 },
  async () => {
    const worker = await world.startWorker()
    const [sound, text] = [await handIn(voice), await handIn(Buffer.from('Detta är en text.'))]

    await expect.poll(async () => (await world.recording(sound))['state'], until).toBe('transcribed')
    await expect
      .poll(() => world.recording(text), until)
      .toMatchObject({ state: 'discarded', problem: 'undecodable', key_encrypted: null })
    const left = await world.owner.query('select from recording_file_part where recording_id = any($1)', [
      [sound, text],
    ])
    expect(left.rowCount).toBe(0)
    const heard = await world.owner.query('select from transcript_segment where recording_id = $1', [sound])
    expect(heard.rowCount).toBe(1)
    expect(await toldOf(text)).toEqual([{ state: 'erased', problem: 'undecodable' }])
    await end(worker, 'SIGTERM')
  },
)

test(
  'a file that fails through us is tried again and then told of, is kept, and an operator sends it again',
  { timeout: 900_000 },
  async () => {
    await world.owner.query(
      `update pgboss.queue set retry_limit = 1, retry_delay = 0 where name = 'decode-file'`,
    )
    const otherKeys = testKeysText.replace(/test=.*/, `test=${Buffer.alloc(32, 3).toString('base64')}`)
    const failing = await world.startWorker({ DATA_KEYS: otherKeys })
    const recordingId = await handIn(voice)
    await expect
      .poll(() => world.recording(recordingId), until)
      .toMatchObject({ state: 'recording', problem: 'decodeFailed' })
    expect(await toldOf(recordingId)).toEqual([{ problem: 'decodeFailed' }])
    await end(failing, 'SIGTERM')

    const letters = await world.database.asService(storyNow, listDeadLetters)
    const letter = letters.find(({ data }) => 'recordingId' in data && data.recordingId === recordingId)
    expect(letter).toMatchObject({ queue: 'decode-file' })
    await world.database.asService(storyNow, (tx) => retryDeadLetter(tx, letter!.id))
    const worker = await world.startWorker()
    await expect
      .poll(() => world.recording(recordingId), until)
      .toMatchObject({ state: 'transcribed', problem: null })
    expect(await toldOf(recordingId)).toContainEqual({ problem: null })
    await end(worker, 'SIGTERM')
  },
)

async function toldOf(recordingId: string): Promise<unknown[]> {
  const { rows } = await world.owner.query<{ data: unknown }>(
    'select data from recording_event where recording_id = $1 order by number',
    [recordingId],
  )
  return rows.map(({ data }) => data)
}

async function handIn(bytes: Buffer): Promise<string> {
  const { recordingId, key } = await world.record(await world.newDraft(), 'upload')
  await world.asSamira(async (tx) => {
    const values = {
      municipality_id: municipalityId,
      recording_id: recordingId,
      number: 0,
      bytes: encryptSound(key, bytes),
    }
    await tx.insertInto('recording_file_part').values(values).execute()
    await sendJob(tx, 'decode-file', { municipalityId, recordingId })
  })
  return recordingId
}

test(
  'a worker of retention alone erases sound that is overdue or discarded, without engine, keys or voice detector',
  { timeout: 900_000 },
  async () => {
    const second = Buffer.alloc(32_000)
    const [overdue, discarded] = [
      await world.record(await world.newDraft()),
      await world.record(await world.newDraft()),
    ]
    for (const { recordingId } of [overdue, discarded]) await world.send(recordingId, 0, second)
    await world.owner.query(
      `update recording set started_at = started_at - interval '73 hours' where id = $1`,
      [overdue.recordingId],
    )
    const erase = { municipalityId, recordingId: discarded.recordingId, because: 'discarded' } as const
    await world.asSamira((tx) => sendJob(tx, 'erase-recording', erase))

    // The voice detector is a native addon, so --no-addons stops it from loading.
    const alone = { WORKER_JOBS: 'retention', NODE_OPTIONS: '--no-addons' }
    const nothing = { DATA_KEYS: '', TRANSCRIBER_URL: '', TRANSCRIBER_MODEL: '' }
    const worker = await world.startWorker({ ...alone, ...nothing })
    for (const [{ recordingId }, because] of [
      [overdue, 'overdue'] as const,
      [discarded, 'discarded'] as const,
    ]) {
      await expect
        .poll(() => world.recording(recordingId), until)
        .toMatchObject({ erased_because: because, key_encrypted: null })
      const left = await world.owner.query('select from recording_chunk where recording_id = $1', [
        recordingId,
      ])
      expect(left.rowCount).toBe(0)
    }
    await end(worker, 'SIGTERM')
  },
)
