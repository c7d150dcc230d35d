import { describe, expect, test } from 'vitest'
import { muLawOf, aLawOf } from '../../../tests/support/telephone-sound.ts'
import { aLawSamples, muLawSamples } from './g711.ts'
import { decodeWav, encodeWav, wavSeconds } from './wav.ts'
import { WavError } from './wav-header.ts'

const SECOND = 16_000
const FLOAT = 3

describe('what is written is read back', () => {
  test('floats, to the width of a 16-bit step, clipped beyond −1 and 1', () => {
    const pcm = Float32Array.of(0, 0.5, -0.5, 1, -1, 1.5, -2)
    const back = decodeWav(encodeWav(pcm))
    expect([...back].map((sample) => Math.round(sample * 100) / 100)).toEqual([0, 0.5, -0.5, 1, -1, 1, -1])
  })

  test('16-bit samples exactly', () => {
    const pcm = Int16Array.of(0, 1, -1, 32_767, -32_768)
    expect([...decodeWav(encodeWav(pcm))].map((sample) => sample * 32_768)).toEqual([...pcm])
  })
})

describe('every coding of the same tone is the same tone', () => {
  test.each([
    ['8 bits', { bits: 8 }],
    ['16 bits, stereo, 48 kHz', { bits: 16, channels: 2, rate: 48_000 }],
    ['24 bits, 44.1 kHz', { bits: 24, rate: 44_100 }],
    ['32 bits, 8 kHz', { bits: 32, rate: 8_000 }],
    ['floats, six channels, 22.05 kHz', { bits: 32, code: FLOAT, channels: 6, rate: 22_050 }],
    ['floats of 64 bits, 96 kHz', { bits: 64, code: FLOAT, rate: 96_000 }],
    ['an extensible header', { bits: 16, extensible: true }],
    ['µ-law, 8 kHz', { bits: 8, code: 7, rate: 8_000 }],
    ['A-law, stereo, 8 kHz', { bits: 8, code: 6, channels: 2, rate: 8_000 }],
  ])('%s', (_what, coding) => {
    const bytes = toneFile(440, coding)
    expect(wavSeconds(bytes)).toBeCloseTo(1, 2)
    const pcm = decodeWav(bytes)
    expect(Math.abs(pcm.length - SECOND)).toBeLessThan(3)
    expect(loudness(pcm, 440)).toBeCloseTo(0.5, 1)
  })
})

test('a tone above what 16 kHz can hold is gone and not folded into the speech', () => {
  const pcm = decodeWav(toneFile(10_000, { bits: 16, rate: 48_000 }))
  expect(loudness(pcm, 6_000)).toBeLessThan(0.001)
  const middle = pcm.subarray(800, -800)
  expect(Math.sqrt(middle.reduce((sum, x) => sum + x * x, 0) / middle.length)).toBeLessThan(0.002)
})

test('telephone sound has the values of ITU-T G.711', () => {
  const values = (samples: Float32Array, bytes: number[]) => bytes.map((byte) => samples[byte]! * 32_768)
  expect(values(muLawSamples, [0xff, 0x7f, 0x80, 0x00, 0xf0])).toEqual([0, 0, 32_124, -32_124, 120])
  expect(values(aLawSamples, [0xd5, 0x55, 0xaa, 0x2a, 0xc5])).toEqual([8, -8, 32_256, -32_256, 264])
})

test.each([
  ['all ones', 0xffffffff, 0xffffffff],
  ['zero, as where it was begun', 36, 0],
  ['zero, and none of the file either', 0, 0],
])('a length that the recorder never wrote (%s) is taken from the file', (_what, ofFile, ofSound) => {
  const bytes = encodeWav(new Float32Array(SECOND).fill(0.1))
  new DataView(bytes.buffer).setUint32(4, ofFile, true)
  new DataView(bytes.buffer).setUint32(40, ofSound, true)
  expect(decodeWav(bytes)).toHaveLength(SECOND)
})

test('RF64 has its length in 64 bits, and what stands after the sound is not heard', () => {
  const wav = Buffer.from(encodeWav(new Float32Array(SECOND).fill(0.1)))
  const lengths = Buffer.alloc(36)
  lengths.write('ds64', 'latin1')
  lengths.writeUInt32LE(28, 4)
  lengths.writeBigUInt64LE(BigInt(SECOND * 2), 16)
  wav.write('RF64', 'latin1')
  for (const at of [4, 40]) wav.writeUInt32LE(0xffffffff, at)
  const title = Buffer.from('LIST\x08\0\0\0INFOtext', 'latin1')
  const bytes = Buffer.concat([wav.subarray(0, 12), lengths, wav.subarray(12), title])
  expect(decodeWav(bytes)).toHaveLength(SECOND)
  expect(wavSeconds(bytes)).toBe(1)
})

describe('what is no recording is refused by name', () => {
  const text = new TextEncoder()
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text file', text.encode('Anteckning från mötet den 3 mars, ej ljud. '.repeat(3)), 'notWav'],
    ['a header cut off', encodeWav(new Float32Array(9)).subarray(0, 30), 'notWav'],
    ['a header without sound', encodeWav(new Float32Array(0)), 'empty'],
    ['an impossible rate', withRate(200), 'unsupported'],
    ['a coding that is not read (ADPCM)', withCoding(2), 'unsupported'],
    ['a whole file of no sound', withTitle(encodeWav(new Float32Array(0))), 'empty'],
  ])('%s', (_what, bytes, problem) => {
    expect(problemOf(() => decodeWav(bytes))).toBe(problem)
    expect(problemOf(() => wavSeconds(bytes))).toBe(problem)
  })
})

function problemOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error instanceof WavError ? error.problem : error
  }
}

function withRate(rate: number): Uint8Array {
  const bytes = encodeWav(new Float32Array(9))
  new DataView(bytes.buffer).setUint32(24, rate, true)
  return bytes
}

function withCoding(code: number): Uint8Array {
  const bytes = encodeWav(new Float32Array(9))
  new DataView(bytes.buffer).setUint16(20, code, true)
  return bytes
}

function withTitle(wav: Uint8Array): Uint8Array {
  const bytes = Buffer.concat([wav, Buffer.from('LIST\x08\0\0\0INFOtext', 'latin1')])
  bytes.writeUInt32LE(bytes.length - 8, 4)
  return bytes
}

type Coding = { bits: number; code?: number; channels?: number; rate?: number; extensible?: boolean }

function toneFile(hertz: number, coding: Coding): Uint8Array {
  const { bits, code = 1, channels = 1, rate = SECOND, extensible = false } = coding
  const [width, format] = [bits / 8, extensible ? 40 : 16]
  const view = new DataView(new ArrayBuffer(28 + format + rate * channels * width))
  const put = (at: number, name: string) =>
    Buffer.from(name).forEach((byte, i) => view.setUint8(at + i, byte))
  put(0, 'RIFF')
  put(8, 'WAVEfmt ')
  view.setUint32(16, format, true)
  view.setUint16(20, extensible ? 0xfffe : code, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, rate, true)
  view.setUint16(34, bits, true)
  if (extensible) view.setUint16(44, code, true)
  put(20 + format, 'data')
  view.setUint32(24 + format, rate * channels * width, true)
  for (let i = 0; i < rate * channels; i++) {
    const sample = 0.5 * Math.sin((2 * Math.PI * hertz * Math.floor(i / channels)) / rate)
    write(view, 28 + format + i * width, { sample, bits, code })
  }
  return new Uint8Array(view.buffer)
}

function write(
  view: DataView,
  at: number,
  { sample, bits, code }: { sample: number; bits: number; code: number },
) {
  if (code === 7) return view.setUint8(at, muLawOf(sample))
  if (code === 6) return view.setUint8(at, aLawOf(sample))
  if (code === FLOAT)
    return bits === 64 ? view.setFloat64(at, sample, true) : view.setFloat32(at, sample, true)
  if (bits === 8) return view.setUint8(at, Math.round(sample * 127) + 128)
  const value = Math.round(sample * (2 ** (bits - 1) - 1))
  for (let byte = 0; byte < bits / 8; byte++) view.setUint8(at + byte, (value >> (8 * byte)) & 0xff)
}

function loudness(pcm: Float32Array, hertz: number): number {
  let [sine, cosine] = [0, 0]
  const middle = pcm.subarray(800, -800)
  middle.forEach((sample, i) => {
    sine += sample * Math.sin((2 * Math.PI * hertz * i) / SECOND)
    cosine += sample * Math.cos((2 * Math.PI * hertz * i) / SECOND)
  })
  return (2 * Math.hypot(sine, cosine)) / middle.length
}
