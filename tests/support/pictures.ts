import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { crc32, createDeflate, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const size = { width: 40, height: 20 }

/** A picture as a phone takes it: lying, with where it was taken, by which camera, and turned when it is shown. */
export function phonePicture(): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: '#246' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefonmaker', Model: 'T-1000' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 4647/100', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

export const picture = (format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  sharp({ create: { ...size, channels: 3, background: '#246' } })
    .toFormat(format)
    .toBuffer()

/** The beginning of what an iPhone writes; no pixels. */
export const heicPicture = (): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(2000)])

const pngOf = (width: number, height: number, kind: Uint8Array, rows: Buffer): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set(kind, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG that says it has so many pixels, and has some of them. */
export const vastPng = (width: number, height: number): Buffer =>
  pngOf(width, height, Buffer.from([8, 2, 0, 0, 0]), deflateSync(Buffer.alloc(1_000_000)))

/**
 * A megabyte that unfolds into 880: a picture whose rows come out of order, so that all of them are held at once, with
 * eight bytes a pixel.
 */
export async function unfoldingPng(): Promise<Buffer> {
  const side = 10_488
  const packer = createDeflate({ level: 1 })
  const packed = buffer(packer)
  const part = Buffer.alloc(8 * 1024 * 1024)
  const whole = side * (side * 8 + 1) + 16 * side
  for (let left = whole; left > 0; left -= part.length)
    if (!packer.write(part.subarray(0, Math.min(left, part.length)))) await once(packer, 'drain')
  packer.end()
  return pngOf(side, side, Buffer.from([16, 6, 0, 0, 1]), await packed)
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** An archive with one file in it, as zip writes it, without its bytes. */
export function archive(name: string): Buffer {
  const named = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(named.length, 26)
  const listed = Buffer.alloc(46)
  listed.write('PK\x01\x02', 'latin1')
  listed.writeUInt16LE(named.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + named.length, 12)
  end.writeUInt32LE(30 + named.length, 16)
  return Buffer.concat([local, named, listed, named, end])
}
