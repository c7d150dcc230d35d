import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { speechSpans } from '../../app/dictation/speech/speech-spans'
import { createVoiceActivity, type VoiceActivity } from '../../app/dictation/speech/voice-activity'
import { encodeWav } from '../../app/dictation/speech/wav'
import { aacOf, opusOf, soundFile } from '../../tests/support/coded-sound'
import { fragmentedMp4 } from '../../tests/support/mp4-file'
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

const decodeAll = (file: Buffer, longestSeconds?: number) => decode(Readable.from([file]), longestSeconds)

const zeros = Buffer.alloc(5_000)
const mp3 = soundFile('sound.mp3')
const iphone = fragmentedMp4(aacOf('tables-last.m4a'))
const chromium = fragmentedMp4(opusOf('opus.ogg'))

test.each([
  ['m4a with its tables last', soundFile('tables-last.m4a')],
  ['m4a with its tables first', soundFile('tables-first.m4a')],
  ['m4a in fragments, as Safari records it', iphone],
  ['Opus in mp4, as Chromium records it', chromium],
  ['mp3', mp3],
  ['mp3 with empty bytes before it', Buffer.concat([zeros, mp3])],
  ['mp3 with empty bytes and no tag before it', Buffer.concat([zeros, mp3.subarray(45)])],
  ['webm', soundFile('sound.webm')],
  ['Opus in ogg', soundFile('opus.ogg')],
  ['Vorbis in ogg', soundFile('vorbis.ogg')],
  ['wav in stereo at 48 kHz', soundFile('stereo-48.wav')],
])('%s is read as speech of about two seconds', async (_what, file) => {
  const { outcome, pcm } = await decodeAll(file)

  expect(outcome).toBe('decoded')
  expect(pcm.length / 16_000).toBeCloseTo(2, 0)
  const spans = await speechSpans(voices, pcm)
  expect(spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBeGreaterThan(1)
})

test.each([
  ['its sound', iphone.length / 2],
  ['its tables', iphone.lastIndexOf('trun') + 20],
])('a recording in fragments that broke off in %s is read as far as it goes', async (_what, length) => {
  const { outcome, pcm } = await decodeAll(iphone.subarray(0, length))
  expect(outcome).toBe('decoded')
  expect(pcm.length / 16_000).toBeGreaterThan(0.8)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text, whatever it is called', Buffer.from('Detta är en text.')],
  ['a wav header without sound', Buffer.from(encodeWav(new Float32Array(0)))],
  ['an m4a that is cut off before its tables', Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0M4A isom')],
  [
    'an mp4 in fragments of a coding that is not read',
    Buffer.from(chromium.toString('latin1').replace('Opus', 'ac-3'), 'latin1'),
  ],
  ['a webm that is cut off', Buffer.from('\x1aE\xdf\xa3\x01\0\0\0', 'latin1')],
  ['nothing but empty bytes', zeros],
])('%s is refused as sound', async (_, bytes) => {
  expect((await decodeAll(bytes)).outcome).toBe('undecodable')
})

test('sound that is longer than the rule is reported as too long, not as unreadable', async () => {
  expect((await decodeAll(soundFile('opus.ogg'), 1)).outcome).toBe('tooLong')
})

test('a file that is seen to be no sound before all of it is read is refused, not tried again', async () => {
  const megabytes = Array.from({ length: 30 }, () => Buffer.alloc(1e6, 'Detta är en text. '))
  expect((await decode(Readable.from(megabytes))).outcome).toBe('undecodable')
})

test('a file that cannot be read here is tried again', async () => {
  const breaking = async function* () {
    yield await Promise.resolve(mp3)
    throw new Error('the database is away')
  }
  await expect(decode(breaking())).rejects.toThrow('the database is away')
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
