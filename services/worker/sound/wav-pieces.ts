import { decodeWav } from '../../../app/dictation/speech/wav.ts'

const PIECE_SECONDS = 60

/** A minute at a time: three hours of stereo at once would take gigabytes. @throws WavError */
export function* wavPieces(file: Buffer): Iterable<Float32Array> {
  const sound = soundOf(file)
  if (!sound) return void (yield decodeWav(file))
  const head = file.subarray(0, sound.start)
  for (let at = sound.start; at < sound.end; at += sound.bytesAPiece) {
    const piece = file.subarray(at, Math.min(sound.end, at + sound.bytesAPiece))
    if (piece.length >= sound.frameBytes) yield decodeWav(Buffer.concat([head, piece]))
  }
}

function soundOf(file: Buffer) {
  let format: { frameBytes: number; bytesAPiece: number } | null = null
  for (let at = 12; at + 8 <= file.length;) {
    const size = file.readUInt32LE(at + 4)
    const name = file.toString('latin1', at, at + 4)
    if (name === 'fmt ' && at + 24 <= file.length) {
      const frameBytes = file.readUInt16LE(at + 20)
      format = { frameBytes, bytesAPiece: PIECE_SECONDS * file.readUInt32LE(at + 12) * frameBytes }
    }
    if (name === 'data') {
      const end = Math.min(file.length, at + 8 + size)
      const isLong = format && format.bytesAPiece > 0 && end - at > format.bytesAPiece
      return isLong ? { ...format!, start: at + 8, end } : null
    }
    at += 8 + size + (size % 2)
  }
  return null
}
