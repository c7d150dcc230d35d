export type Box = { type: string; start: number; body: Buffer }

const HEAD_BYTES = 8

/** One after the other; `start` is from the front of the bytes. One that is cut off is left out (ISO/IEC 14496-12 4.2). */
export function* boxesIn(bytes: Buffer): Iterable<Box> {
  for (let start = 0; start + HEAD_BYTES <= bytes.length;) {
    const type = bytes.toString('latin1', start + 4, start + 8)
    const short = bytes.readUInt32BE(start)
    const isLong = short === 1
    if (isLong && start + 16 > bytes.length) return
    const size = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short || bytes.length - start
    const head = isLong ? 2 * HEAD_BYTES : HEAD_BYTES
    if (size < head || start + size > bytes.length) return
    yield { type, start, body: bytes.subarray(start + head, start + size) }
    start += size
  }
}

export function boxesNamed(bytes: Buffer, type: string): Box[] {
  return [...boxesIn(bytes)].filter((box) => box.type === type)
}

/** The first of that name in the first of each name before it. Empty when there is none. */
export function bodyAt(bytes: Buffer, ...path: string[]): Buffer {
  return path.reduce((within, type) => boxesNamed(within, type)[0]?.body ?? Buffer.alloc(0), bytes)
}
