/** A box of ISO/IEC 14496-12 4.2. */
export function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([words(8 + body.length), Buffer.from(type, 'latin1'), body])
}

/** Numbers of 32 bits. */
export function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  numbers.forEach((number, i) => bytes.writeUInt32BE(number, 4 * i))
  return bytes
}

type Coded = { description: Buffer; frames: readonly Buffer[] }

const TRACK = 1
const FRAMES_IN_FRAGMENT = 20

/** As a browser writes it while it records: the tables are empty, and the frames come in fragments (8.8). */
export function fragmentedMp4({ description, frames }: Coded): Buffer {
  const pieces = [box('ftyp', Buffer.from('iso5\0\0\0\0iso5mp41', 'latin1')), movie(description)]
  for (let first = 0; first < frames.length; first += FRAMES_IN_FRAGMENT) {
    const some = frames.slice(first, first + FRAMES_IN_FRAGMENT)
    const bytes = fragment(some, 0).length
    pieces.push(fragment(some, bytes + 8), box('mdat', ...some))
  }
  return Buffer.concat(pieces)
}

function movie(description: Buffer): Buffer {
  const tables = ['stts', 'stsc', 'stco'].map((type) => box(type, words(0, 0)))
  const stbl = box('stbl', box('stsd', words(0, 1), description), ...tables, box('stsz', words(0, 0, 0)))
  const handler = box('hdlr', words(0, 0), Buffer.from('soun', 'latin1'), Buffer.alloc(13))
  const track = box('trak', box('tkhd', words(0, 0, 0, TRACK, 0, 0)), box('mdia', handler, box('minf', stbl)))
  return box('moov', track, box('mvex', box('trex', words(0, TRACK, 1, 0, 0, 0))))
}

const DEFAULT_BASE_IS_MOOF = 0x02_0000
const WITH_OFFSET_AND_SIZES = 0x0201

function fragment(frames: readonly Buffer[], soundAt: number): Buffer {
  const sizes = frames.map(({ length }) => length)
  const run = box('trun', words(WITH_OFFSET_AND_SIZES, frames.length, soundAt, ...sizes))
  return box(
    'moof',
    box('mfhd', words(0, 1)),
    box('traf', box('tfhd', words(DEFAULT_BASE_IS_MOOF, TRACK)), run),
  )
}
