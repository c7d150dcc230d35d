import { once } from 'node:events'
import { SPEECH_RATE } from '../../../app/dictation/speech/wav.ts'
import { DECODE_EXIT } from './decode-exit.ts'
import { tablesFirst } from './m4a-order.ts'
import { soundDecoders } from './sound-decoders.ts'
import { soundFormat, type SoundFormat } from './sound-format.ts'
import { speechRateStream } from './speech-rate-stream.ts'
import { wavPieces } from './wav-pieces.ts'

// Its own process, because the input comes from outside. Writes 16 kHz mono PCM16LE.
// Arguments: longest seconds, most bytes of memory.
const [longestSeconds, mostMemory] = process.argv.slice(2).map(Number) as [number, number]
const PIECE_BYTES = 256 * 1024
const HEAD_BYTES = 4096

class Stopped extends Error {
  readonly code: number
  constructor(code: number) {
    super(`stopped: ${code}`)
    this.code = code
  }
}

let written = 0

async function main(): Promise<void> {
  const file = process.stdin as AsyncIterable<Buffer>
  const begun = await headOf(file)
  const format = soundFormat(begun.head)
  if (!format) throw new Stopped(DECODE_EXIT.undecodable)
  if (format === 'wav') for (const sound of wavPieces(await whole(begun.rest))) await write(sound)
  else await decode(format, format === 'm4a' ? piecesOf(tablesFirst(await whole(begun.rest))) : begun.rest)
  if (written === 0) throw new Stopped(DECODE_EXIT.undecodable)
}

async function decode(
  format: Exclude<SoundFormat, 'wav'>,
  file: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const decoder = await soundDecoders[format]()
  const atSpeechRate = speechRateStream()
  for await (const bytes of file) {
    for (const sound of atSpeechRate.push(await decoder.decode(bytes))) await write(sound)
  }
  if (decoder.flush) for (const sound of atSpeechRate.push(await decoder.flush())) await write(sound)
  for (const sound of atSpeechRate.finish()) await write(sound)
}

async function write(sound: Float32Array): Promise<void> {
  written += sound.length
  if (written > longestSeconds * SPEECH_RATE) throw new Stopped(DECODE_EXIT.tooLong)
  if (process.memoryUsage.rss() > mostMemory) throw new Stopped(DECODE_EXIT.tooLarge)
  const bytes = Buffer.alloc(sound.length * 2)
  sound.forEach((sample, i) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 2 * i)
  })
  if (!process.stdout.write(bytes)) await once(process.stdout, 'drain')
}

async function headOf(file: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const pieces = file[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < HEAD_BYTES) {
    const next = await pieces.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  const begun = head
  return {
    head: begun.subarray(0, HEAD_BYTES),
    rest: (async function* () {
      yield begun
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
    })(),
  }
}

async function whole(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of file) {
    bytes += piece.length
    if (bytes > mostMemory / 2) throw new Stopped(DECODE_EXIT.tooLarge)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function* piecesOf(file: Buffer): Iterable<Buffer> {
  for (let at = 0; at < file.length; at += PIECE_BYTES) yield file.subarray(at, at + PIECE_BYTES)
}

try {
  await main()
  process.stdout.end()
} catch (error) {
  // Any other error means that the decoder cannot read the file.
  process.exit(error instanceof Stopped ? error.code : DECODE_EXIT.undecodable)
}
