export type WavProblem = 'notWav' | 'unsupported' | 'empty'

export class WavError extends Error {
  readonly problem: WavProblem
  constructor(problem: WavProblem, message: string) {
    super(message)
    this.name = 'WavError'
    this.problem = problem
  }
}

export type WavCoding = 'integer' | 'float' | 'muLaw' | 'aLaw'
export type WavFormat = { coding: WavCoding; channels: number; rate: number; bits: number }
/** Where its samples begin and end, in bytes. */
export type WavHeader = { format: WavFormat; start: number; end: number }

const EXTENSIBLE = 0xfffe
const UNKNOWN = 0xffff_ffff
const CODINGS: Record<number, { coding: WavCoding; bits: readonly number[] }> = {
  1: { coding: 'integer', bits: [8, 16, 24, 32] },
  3: { coding: 'float', bits: [32, 64] },
  6: { coding: 'aLaw', bits: [8] },
  7: { coding: 'muLaw', bits: [8] },
}

/** Lengths may be too large, or left out by a program that could not go back to write them. @throws WavError */
export function readWavHeader(bytes: Uint8Array): WavHeader {
  if (bytes.length === 0) throw new WavError('empty', 'the file is empty')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!['RIFF', 'RF64', 'BW64'].includes(name(view, 0)) || name(view, 8) !== 'WAVE')
    throw new WavError('notWav', 'no RIFF/WAVE header')

  let format: WavFormat | undefined
  let longLength = 0
  for (let at = 12; at + 8 <= view.byteLength;) {
    const start = at + 8
    const stated = view.getUint32(at + 4, true)
    const size = Math.min(stated, view.byteLength - start)
    // EBU Tech 3306: lengths of 64 bits, of the file and then of the sound.
    if (name(view, at) === 'ds64' && size >= 16) longLength = Number(view.getBigUint64(start + 8, true))
    if (name(view, at) === 'fmt ')
      format = readFormat(new DataView(view.buffer, view.byteOffset + start, size))
    if (name(view, at) === 'data') {
      if (!format) throw new WavError('notWav', 'sound before its format')
      const length = stated === UNKNOWN && longLength > 0 ? longLength : stated
      const end = isLeftOut(view, length) ? view.byteLength : Math.min(view.byteLength, start + length)
      if (end - start < (format.channels * format.bits) / 8)
        throw new WavError('empty', 'no sound in the file')
      return { format, start, end }
    }
    at = start + size + (size % 2)
  }
  throw new WavError(format ? 'empty' : 'notWav', 'no sound in the file')
}

/** Zero is written before the sound and corrected after it; a file that ends where its header says has none. */
function isLeftOut(view: DataView, length: number): boolean {
  return length === 0 && view.getUint32(4, true) + 8 < view.byteLength
}

function readFormat(chunk: DataView): WavFormat {
  if (chunk.byteLength < 16) throw new WavError('notWav', 'the format is cut off')
  const stated = chunk.getUint16(0, true)
  const code = stated === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : stated
  const [channels, rate, bits] = [
    chunk.getUint16(2, true),
    chunk.getUint32(4, true),
    chunk.getUint16(14, true),
  ]
  const known = Object.hasOwn(CODINGS, code) ? CODINGS[code] : undefined
  if (!known?.bits.includes(bits) || channels === 0 || rate < 8_000 || rate > 192_000) {
    throw new WavError('unsupported', `coding ${code}, ${bits} bits, ${channels} channels, ${rate} Hz`)
  }
  return { coding: known.coding, channels, rate, bits }
}

function name(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return ''
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}
