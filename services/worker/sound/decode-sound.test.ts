import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { speechSpans } from '../../../app/dictation/speech/speech-spans'
import { createVoiceActivity, type VoiceActivity } from '../../../app/dictation/speech/voice-activity'
import { encodeWav } from '../../../app/dictation/speech/wav'
import { decodeSound } from './decode-sound'

let voices: VoiceActivity

beforeAll(async () => {
  voices = await createVoiceActivity()
})

async function decode(file: AsyncIterable<Uint8Array>, longestSeconds = 60) {
  const pieces: Buffer[] = []
  const outcome = await decodeSound({
    file,
    longestSeconds,
    onSound: (bytes) => Promise.resolve(void pieces.push(bytes)),
    signal: new AbortController().signal,
  })
  const bytes = Buffer.concat(pieces)
  const pcm = Float32Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(2 * i) / 32_768)
  return { outcome, pcm }
}

const sample = (name: string) =>
  createReadStream(new URL(`../../../tests/speech/formats/${name}`, import.meta.url))

test.each([
  'tables-last.m4a',
  'tables-first.m4a',
  'sound.mp3',
  'sound.webm',
  'opus.ogg',
  'vorbis.ogg',
  'stereo-48.wav',
])('%s is read as speech of about two seconds', async (name) => {
  const { outcome, pcm } = await decode(sample(name))

  expect(outcome).toBe('decoded')
  expect(pcm.length / 16_000).toBeCloseTo(2, 0)
  const spans = await speechSpans(voices, pcm)
  expect(spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBeGreaterThan(1)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text, whatever it is called', Buffer.from('Detta är en text.')],
  ['a wav header without sound', Buffer.from(encodeWav(new Float32Array(0)))],
  ['an m4a that is cut off before its tables', Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0M4A isom')],
  ['a webm that is cut off', Buffer.from('\x1aE\xdf\xa3\x01\0\0\0', 'latin1')],
])('%s is refused as sound', async (_, bytes) => {
  expect((await decode(Readable.from([bytes]))).outcome).toBe('undecodable')
})

test('sound that is longer than the rule is reported as too long, not as unreadable', async () => {
  expect((await decode(sample('opus.ogg'), 1)).outcome).toBe('tooLong')
})

test('a long stereo wav file at 48 kHz is read a minute at a time and no second is lost', async () => {
  const rate = 48_000
  const seconds = 130
  const file = Buffer.from(encodeWav(new Float32Array(0)))
  const sound = Buffer.alloc(seconds * rate * 4, 1)
  file.writeUInt16LE(2, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 4, 28)
  file.writeUInt16LE(4, 32)
  file.writeUInt32LE(sound.length, 40)

  const { pcm } = await decode(Readable.from([file, sound]), 200)
  expect(pcm.length / 16_000).toBe(seconds)
})
