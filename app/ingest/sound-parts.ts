import { fileFault, filePartBytes, largestFile } from '../dictation/recording/sound-file.ts'
import { problem, type IngestProblem } from './problems.ts'

export const soundTypes: Record<string, string> = {
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
}

/** What the decoders read, in words for a sender. */
export const readSound =
  'AAC, ALAC or Opus in MP4, also in fragments; MP3; PCM, float, A-law or µ-law in WAV, also RF64; Opus or Vorbis in WebM or Ogg'

export type Sound = { bytes: AsyncIterable<Uint8Array>; extension: string }

/** Passes sound on in numbered parts, from 0, until `take` returns false. Null when nothing is wrong. */
export async function takeParts(
  { bytes, extension }: Sound,
  take: (number: number, part: Buffer) => Promise<boolean>,
): Promise<IngestProblem | null> {
  let waiting: Uint8Array[] = []
  let [size, total, number] = [0, 0, 0]
  const flush = async (): Promise<IngestProblem | null> => {
    const part = Buffer.concat(waiting)
    const isSound = number > 0 || fileFault(`sound.${extension}`, part) === null
    if (!isSound)
      return problem('invalid', [
        { pointer: '', detail: `is not sound of that media type that is read: ${readSound}` },
      ])
    ;[waiting, size] = [[], 0]
    return (await take(number++, part)) ? null : problem('inProgress')
  }
  for await (const chunk of inPieces(bytes)) {
    total += chunk.length
    if (total > largestFile) return problem('tooLarge')
    waiting.push(chunk)
    size += chunk.length
    const fault = size >= filePartBytes ? await flush() : null
    if (fault) return fault
  }
  return size > 0 || total === 0 ? flush() : null
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += filePartBytes) yield chunk.subarray(at, at + filePartBytes)
  }
}
