import { SPEECH_RATE } from '../speech/wav'
import type { PartMs } from './part-length'

/** Positions in the sound file, in bytes. */
export type SoundPart = { number: number; start: number; bytes: number }
export type ByteRange = { from: number; to: number }

export const headerBytes = 44

/** A missing part becomes silence, so that times in the text still fit. Sizes are in bytes. */
export function layOutSound(sizes: readonly { number: number; bytes: number }[], partMs: PartMs) {
  const bytesOfNumber = (partMs * SPEECH_RATE * 2) / 1000
  const parts: SoundPart[] = []
  let start = 0
  let next = 0
  for (const { number, bytes } of sizes) {
    start += (number - next) * bytesOfNumber
    parts.push({ number, start, bytes })
    start += bytes
    next = number + Math.ceil(bytes / bytesOfNumber)
  }
  return { parts, bytes: start }
}

/** The 44-byte header of a wav file: 16 kHz, mono, 16 bits. */
export function wavHeader(soundBytes: number): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(headerBytes - 8 + soundBytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(SPEECH_RATE, 24)
  header.writeUInt32LE(SPEECH_RATE * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(soundBytes, 40)
  return header
}

/**
 * Parses a Range header (RFC 9110 14.2), both ends included.
 * @returns null for a range outside the file; undefined to send the whole file
 */
export function rangeOf(header: string | null, size: number): ByteRange | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to ? null : { from, to }
}
