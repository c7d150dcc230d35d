import { bodyAt } from './mp4-boxes.ts'

/** Where a coded frame stands in the file, in bytes. */
export type Place = { at: number; size: number }

const TABLE_AT = 8
const RUN_BYTES = 12

/** Frames by the tables of a whole file (ISO/IEC 14496-12 8.7). A fragmented one has empty tables. */
export function* placesInTables(tables: Buffer): Iterable<Place> {
  const sizes = sizesIn(bodyAt(tables, 'stsz'))
  const offsets = offsetsIn(tables)
  const framesInChunk = framesInChunks(bodyAt(tables, 'stsc'))
  let number = 0
  for (let chunk = 0; chunk < offsets.count; chunk++) {
    let at = offsets.of(chunk)
    for (let left = framesInChunk(chunk); left > 0 && number < sizes.count; left--, number++) {
      const size = sizes.of(number)
      yield { at, size }
      at += size
    }
  }
}

/** 8.7.3: one size for all, or one each. */
function sizesIn(table: Buffer) {
  if (table.length < 12) return { count: 0, of: () => 0 }
  const [size, stated] = [table.readUInt32BE(4), table.readUInt32BE(8)]
  if (size > 0) return { count: stated, of: () => size }
  const count = Math.min(stated, Math.floor((table.length - 12) / 4))
  return { count, of: (number: number) => table.readUInt32BE(12 + 4 * number) }
}

/** 8.7.5: 32 bits wide, or 64. */
function offsetsIn(tables: Buffer) {
  const [short, long] = [bodyAt(tables, 'stco'), bodyAt(tables, 'co64')]
  if (short.length > 0) {
    const count = Math.min(short.readUInt32BE(4), Math.floor((short.length - TABLE_AT) / 4))
    return { count, of: (chunk: number) => short.readUInt32BE(TABLE_AT + 4 * chunk) }
  }
  const count = long.length > 0 ? Math.min(long.readUInt32BE(4), Math.floor((long.length - TABLE_AT) / 8)) : 0
  return { count, of: (chunk: number) => Number(long.readBigUInt64BE(TABLE_AT + 8 * chunk)) }
}

/** 8.7.4: runs of chunks that hold equally many. Asked for one chunk after the other. */
function framesInChunks(table: Buffer): (chunk: number) => number {
  let run = TABLE_AT
  return (chunk) => {
    const isPast = () =>
      run + RUN_BYTES + 4 <= table.length && table.readUInt32BE(run + RUN_BYTES) <= chunk + 1
    while (isPast()) run += RUN_BYTES
    return run + 8 <= table.length ? table.readUInt32BE(run + 4) : 0
  }
}
