import { bodyAt, boxesIn, boxesNamed, type Box } from './mp4-boxes.ts'

export type SoundCoding =
  { name: 'aac'; config: Buffer } | { name: 'alac'; config: Buffer } | { name: 'opus'; config: Buffer }

export type SoundTrack = { id: number; coding: SoundCoding; tables: Buffer; sizeInFragments: number }

/** The first track with sound in a coding that is read: a film has a track of pictures beside it. */
export function soundTrack(file: Buffer): SoundTrack | null {
  const movie = bodyAt(file, 'moov')
  for (const { body: track } of boxesNamed(movie, 'trak')) {
    const tables = bodyAt(track, 'mdia', 'minf', 'stbl')
    const coding = codingIn(bodyAt(tables, 'stsd'))
    if (!coding) continue
    const id = trackId(bodyAt(track, 'tkhd'))
    return { id, coding, tables, sizeInFragments: sizeInFragments(movie, id) }
  }
  return null
}

/** ISO/IEC 14496-12 8.3.2: dates of 32 or 64 bits stand before it. */
function trackId(header: Buffer): number {
  return header.readUInt32BE(header[0] === 1 ? 20 : 12)
}

/** ISO/IEC 14496-12 8.8.3: how large a sample is where a fragment does not say. */
function sizeInFragments(movie: Buffer, id: number): number {
  const defaults = boxesNamed(bodyAt(movie, 'mvex'), 'trex').find(({ body }) => body.readUInt32BE(4) === id)
  return defaults?.body.readUInt32BE(16) ?? 0
}

const ENTRIES_AT = 8
const ENTRY_BYTES = 28
/** QuickTime's sound descriptions of versions 1 and 2 are longer. */
const MORE_BYTES: Record<number, number> = { 1: 16, 2: 36 }

function codingIn(descriptions: Buffer): SoundCoding | null {
  for (const entry of boxesIn(descriptions.subarray(ENTRIES_AT))) {
    const coding = codingOf(entry)
    if (coding) return coding
  }
  return null
}

function codingOf({ type, body }: Box): SoundCoding | null {
  if (body.length < ENTRY_BYTES) return null
  const within = body.subarray(ENTRY_BYTES + (MORE_BYTES[body.readUInt16BE(8)] ?? 0))
  const inside = (name: string) => bodyAt(within, name)
  if (type === 'Opus' && inside('dOps').length > 0) return { name: 'opus', config: inside('dOps') }
  if (type === 'alac' && inside('alac').length > 0) return { name: 'alac', config: inside('alac') }
  if (type !== 'mp4a') return null
  const config = aacConfig(inside('esds').length > 0 ? inside('esds') : bodyAt(within, 'wave', 'esds'))
  return config && { name: 'aac', config }
}

const ES_DESCRIPTOR = 3
const DECODER_CONFIG = 4
const DECODER_SPECIFIC = 5
/** ISO/IEC 14496-1 table 5: AAC as MPEG-4 has it, and as MPEG-2 does. */
const AAC = [0x40, 0x66, 0x67, 0x68]

/** ISO/IEC 14496-1 7.2.6: descriptors within descriptors, each with a length of 7 bits a byte. */
function aacConfig(box: Buffer): Buffer | null {
  for (let at = 4; at + 2 <= box.length;) {
    const tag = box[at++]!
    let length = 0
    for (let more = true; more && at < box.length; at++) {
      length = (length << 7) | (box[at]! & 0x7f)
      more = (box[at]! & 0x80) !== 0
    }
    if (tag === DECODER_SPECIFIC) return box.subarray(at, at + length)
    if (tag === DECODER_CONFIG && !AAC.includes(box[at]!)) return null
    if (tag === ES_DESCRIPTOR) at += 3 + moreOfStream(box, at)
    else at += tag === DECODER_CONFIG ? 13 : length
  }
  return null
}

function moreOfStream(box: Buffer, at: number): number {
  const flags = box[at + 2] ?? 0
  const dependsOn = flags & 0x80 ? 2 : 0
  const address = flags & 0x40 ? 1 + (box[at + 3 + dependsOn] ?? 0) : 0
  return dependsOn + address + (flags & 0x20 ? 2 : 0)
}
