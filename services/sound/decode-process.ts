import { once } from 'node:events'
import { filePartBytes } from '../../app/dictation/recording/sound-file.ts'
import { soundFormat } from '../../app/dictation/recording/sound-format.ts'
import { SPEECH_RATE } from '../../app/dictation/speech/wav.ts'
import { DECODE_EXIT } from './decode-exit.ts'
import { headOf, wholeOf } from './file-bytes.ts'
import { mp4Sound } from './mp4-sound.ts'
import { streamedSound } from './sound-decoders.ts'
import { speechRateStream, type DecodedSound } from './speech-rate-stream.ts'
import { wavPieces } from './wav-pieces.ts'

// Its own process, because the input comes from outside. Writes 16 kHz mono PCM16LE.
// Arguments: longest seconds, most bytes of memory.
const [longestSeconds, mostMemory] = process.argv.slice(2).map(Number) as [number, number]

class Stopped extends Error {
  readonly code: number
  constructor(code: number) {
    super(`stopped: ${code}`)
    this.code = code
  }
}

let written = 0

async function main(): Promise<void> {
  const { head, all } = await headOf(process.stdin as AsyncIterable<Buffer>, filePartBytes)
  const format = soundFormat(head)
  if (!format) throw new Stopped(DECODE_EXIT.undecodable)
  if (format === 'wav') for (const sound of wavPieces(await whole(all))) await write(sound)
  else await writeAll(format === 'mp4' ? mp4Sound(await whole(all)) : streamedSound(format, all))
  if (written === 0) throw new Stopped(DECODE_EXIT.undecodable)
}

async function whole(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const bytes = await wholeOf(file, mostMemory / 2)
  if (!bytes) throw new Stopped(DECODE_EXIT.tooLarge)
  return bytes
}

async function writeAll(sounds: AsyncIterable<DecodedSound>): Promise<void> {
  const atSpeechRate = speechRateStream()
  for await (const sound of sounds) {
    for (const piece of atSpeechRate.push(sound)) await write(piece)
  }
  for (const piece of atSpeechRate.finish()) await write(piece)
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

try {
  await main()
  process.stdout.end()
} catch (error) {
  // Any other error means that the decoder cannot read the file.
  process.exit(error instanceof Stopped ? error.code : DECODE_EXIT.undecodable)
}
