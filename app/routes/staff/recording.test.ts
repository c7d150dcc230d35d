import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDeskWorld, second, sha256, type DeskWorld } from '../../../tests/support/desk-world'
import { decodeWav, encodeWav } from '../../dictation/speech/wav'
import { loader as draft } from './draft'
import { action as putChunk } from './recording-chunk'
import { action as discard } from './recording-discard'
import { action as upload } from './recording-file'
import { loader as sound } from './recording-sound'
import { action as start } from './recording-start'
import { action as stop } from './recording-stop'

let world: DeskWorld
let recordingId: string
let noteId: string

beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  recordingId = randomUUID()
  noteId = (await world.draftOf('samira')).noteId
  expect((await begin('samira')).status).toBe(200)
})

const json = { 'Content-Type': 'application/json' }
const begin = (who: 'samira' | 'mira' | 'olle' | 'nils', partMs?: number) =>
  world.ask(who, start, {
    params: { noteId },
    method: 'POST',
    headers: json,
    body: JSON.stringify({ recordingId, mode: 'automatic', partMs }),
  })

type Chunk = { who?: 'samira' | 'mira' | 'nils' | null; bytes?: Buffer; type?: string; digest?: string }
async function put(number: number | string, chunk: Chunk = {}) {
  const { who = 'samira', bytes = second(Number(number)), type = 'application/octet-stream' } = chunk
  const answer = await world.ask(who, putChunk, {
    params: { recordingId, number: String(number) },
    method: 'PUT',
    headers: { 'Content-Type': type, 'X-Sound-SHA256': chunk.digest ?? sha256(bytes) },
    body: new Uint8Array(bytes),
  })
  return `${answer.status} ${answer.headers.get('X-Next-Number') ?? ''}`.trim()
}
const end = (lastNumber: number | null) =>
  world.ask('samira', stop, {
    params: { recordingId },
    method: 'POST',
    headers: json,
    body: JSON.stringify({ lastNumber }),
  })
const listen = (range?: string, who: 'samira' | 'mira' = 'samira') =>
  world.ask(who, sound, { params: { recordingId }, headers: range ? { Range: range } : {} })

async function rows<T extends object>(text: string): Promise<T[]> {
  return (await world.stories.owner.query<T>(text, [recordingId])).rows
}

async function statesOf(ofNote: string) {
  const { rows } = await world.stories.owner.query<{ origin: string; recordings: number }>(
    `select v.origin, count(r.id)::int as recordings from note_version v left join recording r on r.note_version_id = v.id
      where v.note_id = $1 group by v.id, v.origin`,
    [ofNote],
  )
  return rows
}

test('a chunk that comes twice is one', async () => {
  expect(await put(0)).toBe('204 1')
  expect(await put(0)).toBe('204 1')
  expect(await rows('select number from recording_chunk where recording_id = $1')).toEqual([{ number: 0 }])
})

test('what is stored is not the sound but its cipher', async () => {
  await put(0)
  const [row] = await rows<{ sound: Buffer }>('select sound from recording_chunk where recording_id = $1')
  expect(row!.sound).toHaveLength(32_028)
  expect(row!.sound.includes(second(0).subarray(0, 64))).toBe(false)
})

test('another sound under a number that is taken is refused', async () => {
  await put(0)
  expect(await put(0, { bytes: second(7) })).toBe('409 1')
})

test('beyond a hole a chunk is kept, and the hole is asked for', async () => {
  expect(await put(2)).toBe('202 0')
  expect(await put(0)).toBe('204 1')
  expect(await put(1)).toBe('204 3')
})

test('in quarters of a second a part has as many numbers as it is long, and none of them is taken twice', async () => {
  recordingId = randomUUID()
  expect((await begin('samira', 250)).status).toBe(200)
  const quarters = (count: number) => ({ bytes: second(count).subarray(0, count * 8_000) })
  expect(await put(0, quarters(4))).toBe('204 4')
  expect(await put(5, quarters(2))).toBe('202 4')
  expect(await put(4, quarters(1))).toBe('204 7')
  expect(await put(5, quarters(2))).toBe('204 7')
  expect(await put(3, quarters(1))).toBe('409 7')
  expect(await put(6, quarters(1))).toBe('409 7')
  expect(await put(10, quarters(1))).toBe('202 7')
  expect(await put(8, quarters(3))).toBe('409 7')
  expect((await end(null)).status).toBe(204)
  const [row] = await rows<{ last: number }>('select last_number as last from recording where id = $1')
  expect(row!.last).toBe(10)

  const whole = Buffer.from(await (await listen()).arrayBuffer())
  const gap = Buffer.alloc(3 * 8_000)
  const said = [second(4), quarters(1).bytes, quarters(2).bytes, gap, quarters(1).bytes]
  expect(whole.subarray(44).equals(Buffer.concat(said))).toBe(true)
})

test('numbers that stand for anything else than a second or a quarter are refused', async () => {
  recordingId = randomUUID()
  expect((await begin('samira', 100)).status).toBe(400)
})

test.each<[string, number | string, Chunk, string]>([
  ['too large', 0, { bytes: Buffer.alloc(32_002) }, '413'],
  ['empty', 0, { bytes: Buffer.alloc(0) }, '400'],
  ['half a sample', 0, { bytes: Buffer.alloc(3) }, '400'],
  ['of another kind', 0, { type: 'audio/wav' }, '415'],
  ['damaged on the way', 0, { digest: sha256(second(9)) }, '400'],
  ['without a number', 'x', {}, '404'],
  ['after the longest hours', 10_800, {}, '410 0'],
  ['of a colleague in the same case', 0, { who: 'mira' }, '404'],
  ['of somebody in another municipality', 0, { who: 'nils' }, '404'],
  ['of nobody', 0, { who: null }, '303'],
])('a chunk that is %s is answered so', async (_what, number, chunk, answer) => {
  expect(await put(number, chunk)).toBe(answer)
  expect(await rows('select number from recording_chunk where recording_id = $1')).toEqual([])
})

test('after the end chunks up to the last are taken, and no more', async () => {
  await put(0)
  expect((await end(1)).status).toBe(204)
  expect(await put(1)).toBe('204 2')
  expect(await put(2)).toBe('410 2')
})

test('a recording thrown away takes no more, and its sound is to be erased', async () => {
  await put(0)
  const answer = await world.ask('samira', discard, {
    params: { recordingId },
    method: 'POST',
    headers: json,
  })
  expect(answer.status).toBe(204)
  expect(await put(1)).toBe('410 1')
  const jobs = await rows(
    `select data ->> 'because' as because from pgboss.job where name = 'erase-recording' and data ->> 'recordingId' = $1`,
  )
  expect(jobs).toEqual([{ because: 'discarded' }])
})

test.each(['mira', 'olle', 'nils'] as const)(
  '%s cannot begin a recording for a draft of Samira’s',
  async (who) => {
    recordingId = randomUUID()
    expect((await begin(who)).status).toBe(404)
  },
)

test('the id of a colleague’s recording begins none, however it is sent', async () => {
  const taken = recordingId
  const { noteId: mirasNote } = await world.draftOf('mira')
  const form = new FormData()
  form.append('noteId', mirasNote)
  form.append('sound', new File([Uint8Array.from(encodeWav(new Float32Array(16_000)))], 'samtal.wav'))
  const asked = { params: { noteId: mirasNote, recordingId: taken }, method: 'POST' }
  const body = JSON.stringify({ recordingId: taken, mode: 'automatic' })
  const before = await statesOf(mirasNote)
  const answers = [
    await world.ask('mira', start, { ...asked, headers: json, body }),
    await world.ask('mira', upload, { ...asked, body: form }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
  expect(await statesOf(mirasNote)).toEqual(before)
})

test('a recording stays with the note it was begun for', async () => {
  noteId = (await world.draftOf('samira')).noteId
  expect((await begin('samira')).status).toBe(404)
})

test.each(['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain'])(
  'an upload of %s that is none is answered without an error',
  async (type) => {
    const answer = await world.ask('samira', upload, {
      params: { recordingId },
      method: 'POST',
      headers: { 'Content-Type': type },
      body: '--x\r\nContent-Disposition: form-data; name="noteId"',
    })
    expect(answer.status).toBe(404)
  },
)

test.each(['x', '-1', '1.5', '1e999', '3000000000', '99999999999999999999', '\ufffd', ''])(
  'what was heard after %s is all that was heard',
  async (after) => {
    const answer = await world.ask('samira', draft, {
      params: { noteId },
      query: `?efter=${encodeURIComponent(after)}`,
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ heard: [] })
  },
)

test('the sound is a wav file, with silence where nothing came', async () => {
  await put(0)
  await put(2)
  const answer = await listen()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('audio/wav')
  const wav = Buffer.from(await answer.arrayBuffer())
  expect(decodeWav(wav)).toHaveLength(48_000)
  expect(wav.subarray(44)).toEqual(Buffer.concat([second(0), Buffer.alloc(32_000), second(2)]))
})

test('any range of the sound is the same bytes as in the whole', async () => {
  for (let number = 0; number < 12; number++) await put(number)
  const whole = Buffer.from(await (await listen()).arrayBuffer())
  for (const [from, to] of [
    [0, 10],
    [40, 50],
    [32_040, 32_050],
    [100, 300_000],
    [384_000, 384_043],
  ] as const) {
    const part = await listen(`bytes=${from}-${to}`)
    expect(part.status).toBe(206)
    expect(part.headers.get('Content-Range')).toBe(`bytes ${from}-${to}/384044`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(from, to + 1))
  }
  expect((await listen('bytes=400000-')).status).toBe(416)
})

test('listening is in the log once, however many pieces are fetched, and is for the author alone', async () => {
  await put(0)
  for (const range of ['bytes=0-', 'bytes=1000-2000', 'bytes=5000-'])
    await (await listen(range)).arrayBuffer()
  expect((await listen('bytes=0-', 'mira')).status).toBe(404)
  const played = await rows(
    `select count(*)::int as times from audit_event where action = 'playedRecording' and recording_id = $1`,
  )
  expect(played).toEqual([{ times: 1 }])
})

test('erased sound is said to be so', async () => {
  await world.stories.owner.query(
    `update recording set key_encrypted = null, erased_at = now(), erased_because = 'overdue' where id = $1`,
    [recordingId],
  )
  const answer = await listen()
  expect(answer.status).toBe(410)
  expect(await answer.text()).toBe('Ljudet är gallrat enligt rutinen.')
  expect(await put(0)).toBe('410 0')
})
