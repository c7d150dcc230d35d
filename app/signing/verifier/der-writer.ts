import { contextTag, tags } from './der-form.ts'

/** One value in DER: its tag, its length in the shortest form, its parts one after the other. */
export function write(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

export const sequence = (...parts: readonly Uint8Array[]) => write(tags.sequence, ...parts)
export const setOf = (...parts: readonly Uint8Array[]) =>
  write(tags.set, ...parts.toSorted((a, b) => Buffer.compare(a, b)))
export const octetString = (bytes: Uint8Array) => write(tags.octetString, bytes)
export const bitString = (bytes: Uint8Array, unusedBits = 0) =>
  write(tags.bitString, Buffer.from([unusedBits]), bytes)
export const utf8String = (text: string) => write(tags.utf8String, Buffer.from(text))
export const printableString = (text: string) => write(tags.printableString, Buffer.from(text, 'latin1'))
export const isTrue = write(tags.boolean, Buffer.from([0xff]))
export const nothing = write(tags.null)
/** A field of the context with whole values in it. */
export const explicit = (number: number, ...parts: readonly Uint8Array[]) =>
  write(contextTag(number), ...parts)

/** @param value a number, or the bytes of one that is not negative, the most significant first */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? bytesOf(value) : Buffer.from(value)
  const start = bytes.findIndex((byte) => byte !== 0)
  const shortest = start === -1 ? Buffer.from([0]) : bytes.subarray(start)
  return write(tags.integer, shortest[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), shortest]) : shortest)
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number)
  return write(tags.oid, Buffer.from([first * 40 + second, ...arcs].flatMap(base128)))
}

export function generalizedTime(moment: Date): Buffer {
  return write(tags.generalizedTime, Buffer.from(digitsOf(moment)))
}

/** RFC 5280, 4.1.2.5: a UTCTime until 2049, a GeneralizedTime from then on. */
export function certificateTime(moment: Date): Buffer {
  if (moment.getUTCFullYear() >= 2050) return generalizedTime(moment)
  return write(tags.utcTime, Buffer.from(digitsOf(moment).slice(2)))
}

function digitsOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes = bytesOf(length)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

function bytesOf(value: number): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
}

function base128(arc: number): number[] {
  const bytes = [arc & 0x7f]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift(0x80 | (rest % 128))
  }
  return bytes
}
