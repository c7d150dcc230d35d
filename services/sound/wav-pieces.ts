import { decodeSamples } from '../../app/dictation/speech/wav.ts'
import { readWavHeader } from '../../app/dictation/speech/wav-header.ts'

const PIECE_SECONDS = 60

/** A minute at a time: three hours of stereo at once would take gigabytes. @throws WavError */
export function* wavPieces(file: Buffer): Iterable<Float32Array> {
  const { format, start, end } = readWavHeader(file)
  const bytesOfFrame = (format.channels * format.bits) / 8
  const bytesOfPiece = PIECE_SECONDS * format.rate * bytesOfFrame
  for (let at = start; at + bytesOfFrame <= end; at += bytesOfPiece) {
    yield decodeSamples(format, file.subarray(at, Math.min(end, at + bytesOfPiece)))
  }
}
