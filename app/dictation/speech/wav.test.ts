import { describe, expect, test } from 'vitest'
import { decodeWav, encodeWav, wavSeconds, WavError } from './wav.ts'

const SECOND = 16_000

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
    ['floats, six channels, 22.05 kHz', { bits: 32, float: true, channels: 6, rate: 22_050 }],
    ['floats of 64 bits, 96 kHz', { bits: 64, float: true, rate: 96_000 }],
    ['an extensible header', { bits: 16, extensible: true }],
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

test('a length that the recorder never wrote is taken from the file', () => {
  const bytes = encodeWav(new Float32Array(SECOND).fill(0.1))
  new DataView(bytes.buffer).setUint32(40, 0xffffffff, true)
  expect(decodeWav(bytes)).toHaveLength(SECOND)
})

describe('what is no recording is refused by name', () => {
  const text = new TextEncoder()
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text file', text.encode('Anteckning från mötet den 3 mars, ej ljud. '.repeat(3)), 'notWav'],
    ['a header cut off', encodeWav(new Float32Array(9)).subarray(0, 30), 'notWav'],
    ['a header without sound', encodeWav(new Float32Array(0)), 'empty'],
    ['an impossible rate', withRate(200), 'unsupported'],
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

type Coding = { bits: number; float?: boolean; channels?: number; rate?: number; extensible?: boolean }

function toneFile(hertz: number, coding: Coding): Uint8Array {
  const { bits, float = false, channels = 1, rate = SECOND, extensible = false } = coding
  const [width, format] = [bits / 8, extensible ? 40 : 16]
  const view = new DataView(new ArrayBuffer(28 + format + rate * channels * width))
  const put = (at: number, name: string) =>
    Buffer.from(name).forEach((byte, i) => view.setUint8(at + i, byte))
  put(0, 'RIFF')
  put(8, 'WAVEfmt ')
  view.setUint32(16, format, true)
  view.setUint16(20, extensible ? 0xfffe : float ? 3 : 1, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, rate, true)
  view.setUint16(34, bits, true)
  if (extensible) view.setUint16(44, 1, true)
  put(20 + format, 'data')
  view.setUint32(24 + format, rate * channels * width, true)
  for (let i = 0; i < rate * channels; i++) {
    const sample = 0.5 * Math.sin((2 * Math.PI * hertz * Math.floor(i / channels)) / rate)
    write(view, 28 + format + i * width, { sample, bits, float })
  }
  return new Uint8Array(view.buffer)
}

function write(
  view: DataView,
  at: number,
  { sample, bits, float }: { sample: number; bits: number; float: boolean },
) {
  if (float) return bits === 64 ? view.setFloat64(at, sample, true) : view.setFloat32(at, sample, true)
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
