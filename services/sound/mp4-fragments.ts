import { bodyAt, boxesIn, boxesNamed } from './mp4-boxes.ts'
import type { Place } from './mp4-tables.ts'

/** Frames of a file that was written while it was recorded, a fragment at a time (ISO/IEC 14496-12 8.8). */
export function* placesInFragments(file: Buffer, trackId: number, usualSize: number): Iterable<Place> {
  for (const { type, start, body } of boxesIn(file)) {
    if (type !== 'moof') continue
    for (const { body: ofTrack } of boxesNamed(body, 'traf')) {
      const { id, base, size } = headerIn(bodyAt(ofTrack, 'tfhd'))
      if (id !== trackId) continue
      const from = base ?? start
      let next = from
      for (const { body: run } of boxesNamed(ofTrack, 'trun')) {
        for (const place of placesInRun(run, { from, next, size: size ?? usualSize })) {
          yield place
          next = place.at + place.size
        }
      }
    }
  }
}

/** 8.8.7: places are counted from `base`, or else from the fragment's own start. */
function headerIn(box: Buffer) {
  const fields = reader(box)
  const flags = fields.uint32()
  const id = fields.uint32()
  const base = flags & 0x1 ? fields.uint64() : null
  if (flags & 0x2) fields.uint32()
  if (flags & 0x8) fields.uint32()
  const size = flags & 0x10 ? fields.uint32() : null
  return { id, base, size }
}

type Around = { from: number; next: number; size: number }

/** 8.8.8: each sample has the fields that the flags name. */
function* placesInRun(box: Buffer, { from, next, size }: Around): Iterable<Place> {
  const fields = reader(box)
  const flags = fields.uint32()
  const count = fields.uint32()
  let at = flags & 0x1 ? from + fields.int32() : next
  if (flags & 0x4) fields.uint32()
  for (let number = 0; number < count; number++) {
    if (flags & 0x100) fields.uint32()
    const own = flags & 0x200 ? fields.uint32() : size
    if (flags & 0x400) fields.uint32()
    if (flags & 0x800) fields.uint32()
    yield { at, size: own }
    at += own
  }
}

/** @throws RangeError past the end */
function reader(box: Buffer) {
  let at = 0
  const moved = (bytes: number) => (at += bytes) - bytes
  return {
    uint32: () => box.readUInt32BE(moved(4)),
    int32: () => box.readInt32BE(moved(4)),
    uint64: () => Number(box.readBigUInt64BE(moved(8))),
  }
}
