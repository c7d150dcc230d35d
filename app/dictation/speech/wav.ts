import { aLawSamples, muLawSamples } from './g711.ts'
import { resample } from './resample.ts'
import { readWavHeader, type WavCoding, type WavFormat } from './wav-header.ts'

/** Samples a second: what the recogniser and the voice detector were trained on. */
export const SPEECH_RATE = 16_000

const HEADER_BYTES = 44
const PCM = 1

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

/** To 16 kHz mono, −1 to 1. @throws WavError */
export function decodeWav(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const { format, start, end } = readWavHeader(bytes)
  return decodeSamples(format, bytes.subarray(start, end))
}

/** A stretch of whole samples of a wav file, likewise. */
export function decodeSamples(format: WavFormat, bytes: Uint8Array): Float32Array<ArrayBuffer> {
  return resample(toMono(format, bytes), format.rate, SPEECH_RATE)
}

/** From header and file length. @throws WavError */
export function wavSeconds(bytes: Uint8Array): number {
  const { format, start, end } = readWavHeader(bytes)
  return Math.floor((end - start) / (format.channels * (format.bits / 8))) / format.rate
}

function toMono({ channels, bits, coding }: WavFormat, bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
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

function sampleReader(data: DataView, coding: WavCoding, bits: number): (at: number) => number {
  if (coding === 'float') {
    return bits === 64 ? (at) => data.getFloat64(at, true) : (at) => data.getFloat32(at, true)
  }
  if (coding === 'muLaw') return (at) => muLawSamples[data.getUint8(at)]!
  if (coding === 'aLaw') return (at) => aLawSamples[data.getUint8(at)]!
  if (bits === 8) return (at) => (data.getUint8(at) - 128) / 128
  if (bits === 16) return (at) => data.getInt16(at, true) / 32_768
  if (bits === 24) return (at) => ((data.getInt8(at + 2) << 16) | data.getUint16(at, true)) / 8_388_608
  return (at) => data.getInt32(at, true) / 2_147_483_648
}

function toInt16(sample: number): number {
  return Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
}
