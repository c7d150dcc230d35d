import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decryptSound, openSoundKey } from '../../dictation/sound-key'
import { filePartBytes } from '../../dictation/recording/sound-file'
import { encodeWav } from '../../dictation/speech/wav'
import { aNote } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { testKeys } from '../../../tests/support/keys'
import { idOf, municipalityId } from '../../../tests/support/people'
import { storyTime } from '../../../tests/support/stories'

let world: IngestWorld
let note: string
let asService: IngestWorld['context']['database']['asService']

beforeAll(async () => {
  world = await openIngest()
  asService = world.context.database.asService
})

beforeEach(async () => {
  world.context.database.asService = asService
  note = randomUUID()
  await world.post('/notes', aNote({ externalId: note }))
})

afterAll(() => world.close())

const header = Buffer.from(encodeWav(new Float32Array(0)))
const wav = (bytes: number) => new Uint8Array(Buffer.concat([header, randomBytes(bytes - header.length)]))

type Sending = { key?: string; externalId?: string; type?: string; of?: string }

function send(
  sound: unknown,
  { key = randomUUID(), externalId = randomUUID(), type = 'audio/wav', of = note }: Sending = {},
) {
  return world.post(`/recordings?note=${of}&externalId=${externalId}`, sound, { key, type })
}

type Stored = { id: string; state: string; source: string; author_id: string; key_encrypted: Buffer }
const recordings = () =>
  world.rows<Stored>(
    `select r.* from recording r join note_version v on v.id = r.note_version_id join ingested i on i.note_id = v.note_id
      where i.external_id = $1`,
    [note],
  )
const partsOf = (id: string) =>
  world.rows<{ number: number; bytes: Buffer }>(
    'select number, bytes from recording_file_part where recording_id = $1 order by number',
    [id],
  )
const jobsOf = (id: string) =>
  world.rows(`select name, data from pgboss.job where data ->> 'recordingId' = $1`, [id])

test('sound is kept encrypted in parts, handed to the decoder and logged', async () => {
  const sound = wav(2 * filePartBytes + 12_345)
  const externalId = randomUUID()
  expect(await send(sound, { externalId })).toMatchObject({
    status: 201,
    body: { externalId, kind: 'recording', state: 'received', flags: [] },
  })
  const [stored] = await recordings()
  expect(stored).toMatchObject({ source: 'upload', state: 'recording', author_id: idOf('mira') })
  const key = openSoundKey(stored!.key_encrypted, testKeys)
  const parts = await partsOf(stored!.id)
  expect(hash(Buffer.concat(parts.map(({ bytes }) => decryptSound(key, bytes))))).toBe(hash(sound))
  expect(await jobsOf(stored!.id)).toMatchObject([{ name: 'decode-file' }])
  const logged = await world.rows(
    'select client_id from audit_event where recording_id = $1 and action = $2',
    [stored!.id, 'ingestedRecording'],
  )
  expect(logged).toEqual([{ client_id: 'ekdala-case-system' }])
  expect(await world.get(`/recordings/${externalId}`)).toMatchObject({
    status: 200,
    body: { state: 'received' },
  })
})

test('the same sound again is one recording, under the same key or another', async () => {
  const [sound, key, externalId] = [wav(5000), randomUUID(), randomUUID()]
  const first = await send(sound, { key, externalId })
  const again = await send(sound, { key, externalId })
  expect([again.status, again.body]).toEqual([first.status, first.body])
  expect(await send(sound, { externalId })).toMatchObject({ status: 200 })
  const [stored, ...others] = await recordings()
  expect(others).toEqual([])
  expect(await jobsOf(stored!.id)).toHaveLength(1)
  expect(await send(wav(5000), { key, externalId })).toMatchObject({ status: 422 })
  expect(await send(wav(5000), { externalId })).toMatchObject({ status: 409 })
  expect(await send(sound, { key })).toMatchObject({ status: 422 })
})

test('sound that is broken off leaves nothing, and comes whole the next time', async () => {
  const [sound, externalId] = [wav(3 * filePartBytes), randomUUID()]
  expect(await send(brokenOff(sound), { externalId })).toMatchObject({ status: 500 })
  expect(await recordings()).toEqual([])
  expect(await world.get(`/recordings/${externalId}`)).toMatchObject({ status: 404 })
  expect(await send(sound, { externalId })).toMatchObject({ status: 201 })
  expect(await recordings()).toHaveLength(1)
})

test('sound whose taker was killed is taken anew, and what was left of it goes', async () => {
  const externalId = randomUUID()
  let left = 4
  const dead: typeof asService = (now, work) =>
    left-- > 0
      ? asService(now, work)
      : Promise.reject(Object.assign(new Error('gone'), { name: 'DatabaseAway' }))
  world.context.database.asService = dead
  expect(await send(wav(4 * filePartBytes), { externalId })).toMatchObject({ status: 503 })
  world.context.database.asService = asService
  const [half] = await recordings()
  expect(half).toMatchObject({ state: 'recording' })
  expect(await jobsOf(half!.id)).toEqual([])
  expect(await send(wav(1000), { externalId })).toMatchObject({ status: 201 })
  const whole = await recordings()
  expect(whole).toHaveLength(1)
  expect(whole[0]!.id).not.toBe(half!.id)
})

test('sound whose sender never came back is taken away after three hours', async () => {
  const externalId = randomUUID()
  await send(wav(1000), { externalId })
  await world.rows(
    `update ingested set content_hash = null, received_at = received_at - interval '4 hours' where external_id = $1`,
    [externalId],
  )
  await world.get('/notes/none')
  expect(await recordings()).toEqual([])
})

test('two who send the same at once make one recording', async () => {
  const [sound, externalId] = [wav(2 * filePartBytes), randomUUID()]
  const answers = await Promise.all([send(sound, { externalId }), send(sound, { externalId })])
  expect(answers.map(({ status }) => status).toSorted()[0]).toBeLessThan(300)
  expect(await recordings()).toHaveLength(1)
})

test.each([
  ['nothing', new Uint8Array(), 'audio/wav', 422],
  ['a text that says it is sound', new TextEncoder().encode('Hemligt ord'), 'audio/wav', 422],
  ['another coding than it says', wav(5000), 'audio/mpeg', 422],
  ['a picture', wav(5000), 'image/png', 415],
  ['bytes of no kind', wav(5000), 'application/octet-stream', 415],
])('%s is not taken in, and leaves nothing', async (_what, sound, type, status) => {
  const answer = await send(sound, { type })
  expect(answer).toMatchObject({ status })
  expect(JSON.stringify(answer.body)).not.toContain('Hemligt')
  if (status === 422) expect(JSON.stringify(answer.body)).toContain('PCM, float, A-law or µ-law in WAV')
  expect(await recordings()).toEqual([])
})

test('sound belongs to a draft that this client has sent', async () => {
  expect(await send(wav(1000), { of: 'nowhere' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/note' }] },
  })
  expect(await send(wav(1000), { of: '19850101-2382' })).toMatchObject({ status: 422 })
  await world.rows(
    `update note_version v set signed_at = i.received_at, signed_by = v.written_by from ingested i
      where i.external_id = $1 and v.note_id = i.note_id`,
    [note],
  )
  expect(await send(wav(1000))).toMatchObject({
    status: 409,
    body: { title: 'It is signed and cannot be changed' },
  })
})

test.each([
  [
    'a file that is no sound',
    `service_erase_recording($1, $2, 'discarded', 'undecodable')`,
    'failed',
    'undecodable',
  ],
  ['a file that is too long', `service_erase_recording($1, $2, 'discarded', 'tooLong')`, 'failed', 'tooLong'],
  ['a file that failed through us', `service_fail_decoding($1, $2)`, 'failed', 'decodeFailed'],
  [
    'sound in which nobody speaks',
    `service_file_decoded($1, $2, 0), service_finish_live($1, $2)`,
    'transcribed',
    'noSpeech',
  ],
])('the sender is told what became of %s, and why', async (_what, happens, state, reason) => {
  const externalId = randomUUID()
  await send(wav(1000), { externalId })
  const [stored] = await recordings()
  const done = happens.replaceAll('$1', `'${municipalityId('ekdala')}'`).replaceAll('$2', `'${stored!.id}'`)
  await asService(storyTime, (tx) => sql.raw(`select ${done}`).execute(tx))
  expect(await world.get(`/recordings/${externalId}`)).toMatchObject({ body: { state, reason } })
})

test('what an engine hears of the sound does not make the note a touched one', async () => {
  await send(wav(1000))
  await world.rows(
    `update note_version v set transcribed_by = 'engine' from ingested i where i.external_id = $1 and v.note_id = i.note_id`,
    [note],
  )
  expect(await world.get(`/notes/${note}`)).toMatchObject({ body: { state: 'received' } })
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function brokenOff(sound: Uint8Array): ReadableStream {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      if (sent >= 2 * filePartBytes) return controller.error(new Error('the line broke'))
      controller.enqueue(sound.slice(sent, sent + 65_536))
      sent += 65_536
    },
  })
}
