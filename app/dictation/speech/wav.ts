import { resample } from './resample.ts'

/** Samples a second: what the recogniser and the voice detector were trained on. */
export const SPEECH_RATE = 16_000

export type WavProblem = 'notWav' | 'unsupported' | 'empty'

export class WavError extends Error {
  readonly problem: WavProblem
  constructor(problem: WavProblem, message: string) {
    super(message)
    this.name = 'WavError'
    this.problem = problem
  }
}

type Format = { coding: 'integer' | 'float'; channels: number; rate: number; bits: number }
type Sound = Format & { data: DataView }

const HEADER_BYTES = 44
const PCM = 1
const IEEE_FLOAT = 3
const EXTENSIBLE = 0xfffe

/** 16 kHz mono, 16 bits. Floats are −1 to 1, clipped. */
export function encodeWav(pcm: Float32Array | Int16Array): Uint8Array<ArrayBuffer> {
  const samples = pcm instanceof Int16Array ? pcm : Int16Array.from(pcm, toInt16)
  const bytes = samples.length * 2
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + bytes))
  const words: [number, string | number, 2 | 4][] = [
    [0, 'RIFF', 4],
    [4, HEADER_BYTES - 8 + bytes, 4],
    [8, 'WAVE', 4],
    [12, 'fmt ', 4],
    [16, 16, 4],
    [20, PCM, 2],
    [22, 1, 2],
    [24, SPEECH_RATE, 4],
    [28, SPEECH_RATE * 2, 4],
    [32, 2, 2],
    [34, 16, 2],
    [36, 'data', 4],
    [40, bytes, 4],
  ]
  for (const [at, value, size] of words) {
    if (typeof value === 'string') Buffer.from(value).forEach((byte, i) => view.setUint8(at + i, byte))
    else if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  }
  samples.forEach((sample, i) => view.setInt16(HEADER_BYTES + 2 * i, sample, true))
  return new Uint8Array(view.buffer)
}

/** To 16 kHz mono, −1 to 1. Some programs write too large a length in the header. @throws WavError */
export function decodeWav(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const sound = readSound(bytes)
  return resample(toMono(sound), sound.rate, SPEECH_RATE)
}

/** From header and file length. @throws WavError */
export function wavSeconds(bytes: Uint8Array): number {
  const { data, channels, bits, rate } = readSound(bytes)
  return Math.floor(data.byteLength / (channels * (bits / 8))) / rate
}

function readSound(bytes: Uint8Array): Sound {
  if (bytes.length === 0) throw new WavError('empty', 'the file is empty')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (name(view, 0) !== 'RIFF' || name(view, 8) !== 'WAVE')
    throw new WavError('notWav', 'no RIFF/WAVE header')

  let format: Format | undefined
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - at - 8)
    const chunk = new DataView(view.buffer, view.byteOffset + at + 8, size)
    if (name(view, at) === 'fmt ') format = readFormat(chunk)
    if (name(view, at) === 'data') {
      if (!format) throw new WavError('notWav', 'sound before its format')
      if (size < format.channels * (format.bits / 8)) throw new WavError('empty', 'no sound in the file')
      return { ...format, data: chunk }
    }
    at += 8 + size + (size % 2)
  }
  throw new WavError(format ? 'empty' : 'notWav', 'no sound in the file')
}

function readFormat(chunk: DataView): Format {
  if (chunk.byteLength < 16) throw new WavError('notWav', 'the format is cut off')
  const stated = chunk.getUint16(0, true)
  const code = stated === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : stated
  const [channels, rate, bits] = [
    chunk.getUint16(2, true),
    chunk.getUint32(4, true),
    chunk.getUint16(14, true),
  ]
  const isKnown =
    code === PCM ? [8, 16, 24, 32].includes(bits) : code === IEEE_FLOAT && [32, 64].includes(bits)
  if (!isKnown || channels === 0 || rate < 8_000 || rate > 192_000) {
    throw new WavError('unsupported', `coding ${code}, ${bits} bits, ${channels} channels, ${rate} Hz`)
  }
  return { coding: code === PCM ? 'integer' : 'float', channels, rate, bits }
}

function toMono({ data, channels, bits, coding }: Sound): Float32Array<ArrayBuffer> {
  const read = sampleReader(data, coding, bits)
  const width = bits / 8
  const mono = new Float32Array(Math.floor(data.byteLength / (channels * width)))
  for (let i = 0; i < mono.length; i++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += read((i * channels + channel) * width)
    // A broken float file may hold NaN or infinity, which would spoil the sound around it.
    mono[i] = Number.isFinite(sum) ? sum / channels : 0
  }
  return mono
}

function sampleReader(data: DataView, coding: Format['coding'], bits: number): (at: number) => number {
  if (coding === 'float') {
    return bits === 64 ? (at) => data.getFloat64(at, true) : (at) => data.getFloat32(at, true)
  }
  if (bits === 8) return (at) => (data.getUint8(at) - 128) / 128
  if (bits === 16) return (at) => data.getInt16(at, true) / 32_768
  if (bits === 24) return (at) => ((data.getInt8(at + 2) << 16) | data.getUint16(at, true)) / 8_388_608
  return (at) => data.getInt32(at, true) / 2_147_483_648
}

function toInt16(sample: number): number {
  return Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
}

function name(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return ''
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}
