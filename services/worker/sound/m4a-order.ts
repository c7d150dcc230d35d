type Box = { type: string; start: number; end: number }

const HEAD_BYTES = 8
const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'stbl']

/** The decoder reads from the front, but recorders write the tables last (ISO 14496-12). */
export function tablesFirst(file: Buffer): Buffer {
  const boxes = boxesIn(file, 0, file.length)
  const tables = boxes.find(({ type }) => type === 'moov')
  const sound = boxes.find(({ type }) => type === 'mdat')
  if (!tables || !sound || tables.start < sound.start) return file
  const moved = Buffer.from(file.subarray(tables.start, tables.end))
  moveOffsets(moved, 0, moved.length, moved.length)
  return Buffer.concat([
    file.subarray(0, sound.start),
    moved,
    file.subarray(sound.start, tables.start),
    file.subarray(tables.end),
  ])
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let start = from; start + HEAD_BYTES <= to;) {
    const size = sizeAt(bytes, start) || to - start
    if (size < HEAD_BYTES) break
    const end = Math.min(to, start + size)
    boxes.push({ type: bytes.toString('latin1', start + 4, start + 8), start, end })
    start = end
  }
  return boxes
}

function sizeAt(bytes: Buffer, start: number): number {
  const size = bytes.readUInt32BE(start)
  return size === 1 && start + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(start + 8)) : size
}

function moveOffsets(bytes: Buffer, from: number, to: number, by: number): void {
  for (const { type, start, end } of boxesIn(bytes, from, to)) {
    if (CONTAINERS.includes(type)) moveOffsets(bytes, start + HEAD_BYTES, end, by)
    if (type !== 'stco' && type !== 'co64') continue
    const count = bytes.readUInt32BE(start + 12)
    const width = type === 'stco' ? 4 : 8
    for (let at = start + 16, i = 0; i < count && at + width <= end; i++, at += width) {
      if (width === 4) bytes.writeUInt32BE(bytes.readUInt32BE(at) + by, at)
      else bytes.writeBigUInt64BE(bytes.readBigUInt64BE(at) + BigInt(by), at)
    }
  }
}
