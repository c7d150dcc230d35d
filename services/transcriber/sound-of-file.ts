import { Readable } from 'node:stream'
import { soundFormat } from '../../app/dictation/recording/sound-format.ts'
import { SPEECH_RATE, decodeWav, wavSeconds } from '../../app/dictation/speech/wav.ts'
import { WavError } from '../../app/dictation/speech/wav-header.ts'
import { decodeSound } from '../sound/decode-sound.ts'
import { badRequest } from './api-error.ts'

/** The samples alone are 58 MB. Send longer recordings in parts. */
const MAX_SECONDS = 900
const MIN_SECONDS = 0.1

type Sound = Float32Array<ArrayBuffer>

/**
 * 16 kHz mono of a wav, mp3, mp4 (m4a), webm, ogg or flac file, by what it is and not by its name. Others than wav are decoded in a
 * process of their own. @throws ApiError 400
 */
export async function soundOfFile(file: Buffer, signal: AbortSignal): Promise<Sound> {
  if (file.length === 0) throw badRequest('audio_too_short', 'There is no sound in the file.', 'file')
  const format = soundFormat(file)
  if (!format) throw badRequest('unsupported_format', 'Send flac, mp3, mp4, m4a, ogg, wav or webm.', 'file')
  return format === 'wav' ? soundOfWav(file) : decoded(file, signal)
}

async function decoded(file: Buffer, signal: AbortSignal): Promise<Sound> {
  const pieces: Buffer[] = []
  const outcome = await decodeSound({
    file: Readable.from([file]),
    longestSeconds: MAX_SECONDS,
    onSound: (bytes) => Promise.resolve(void pieces.push(bytes)),
    signal,
  })
  if (outcome === 'undecodable')
    throw badRequest('unsupported_format', 'The sound in the file cannot be read.', 'file')
  const bytes = Buffer.concat(pieces)
  requireLength(outcome === 'tooLong' ? Infinity : bytes.length / 2 / SPEECH_RATE)
  return Float32Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(2 * i) / 32_768)
}

function soundOfWav(file: Buffer): Sound {
  try {
    requireLength(wavSeconds(file))
    return decodeWav(file)
  } catch (error) {
    if (!(error instanceof WavError)) throw error
    if (error.problem === 'empty')
      throw badRequest('audio_too_short', 'There is no sound in the file.', 'file')
    throw badRequest('unsupported_format', `The wav file cannot be read (${error.message}).`, 'file')
  }
}

function requireLength(seconds: number): void {
  if (seconds > MAX_SECONDS)
    throw badRequest('audio_too_long', `The recording is longer than ${MAX_SECONDS} seconds.`, 'file')
  if (seconds < MIN_SECONDS)
    throw badRequest('audio_too_short', `The recording is shorter than ${MIN_SECONDS} seconds.`, 'file')
}
