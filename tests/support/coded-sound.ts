import { readFileSync } from 'node:fs'
import { bodyAt } from '../../services/sound/mp4-boxes'
import { placesInTables } from '../../services/sound/mp4-tables'
import { box, words } from './mp4-file'

export const soundFile = (name: string) => readFileSync(new URL(`../speech/formats/${name}`, import.meta.url))

/** The frames of a whole m4a and what they are, to be put into another file. */
export function aacOf(name: string) {
  const file = soundFile(name)
  const tables = bodyAt(file, 'moov', 'trak', 'mdia', 'minf', 'stbl')
  const frames = [...placesInTables(tables)].map(({ at, size }) => file.subarray(at, at + size))
  return { description: bodyAt(tables, 'stsd').subarray(8), frames }
}

/** The packets of an Ogg Opus file (RFC 7845), likewise. */
export function opusOf(name: string) {
  const [head, , ...frames] = packetsOf(soundFile(name))
  return { description: opusEntry(head!), frames }
}

/** RFC 3533 6: a packet goes on in the next segment while they are full. */
function packetsOf(ogg: Buffer): Buffer[] {
  const packets: Buffer[] = []
  let begun: Buffer[] = []
  for (let page = 0; page + 27 <= ogg.length;) {
    const segments = ogg.subarray(page + 27, page + 27 + ogg[page + 26]!)
    let at = page + 27 + segments.length
    for (const size of segments) {
      begun.push(ogg.subarray(at, at + size))
      at += size
      if (size === 255) continue
      packets.push(Buffer.concat(begun))
      begun = []
    }
    page = at
  }
  return packets
}

/** The head of the stream has the numbers of the box dOps, the other way round. */
function opusEntry(head: Buffer): Buffer {
  const [channels, preSkip, rate] = [head[9]!, head.readUInt16LE(10), head.readUInt32LE(12)]
  const config = Buffer.from([0, channels, preSkip >> 8, preSkip & 0xff, ...words(rate), 0, 0, 0])
  const entry = Buffer.concat([words(0, 1, 0, 0, (channels << 16) | 16, 0, 48_000 * 0x1_0000)])
  return box('Opus', entry, box('dOps', config))
}
