import { decoder as flacDecoder } from '@audio/decode-flac'
import { decoder as mp3Decoder } from '@audio/decode-mp3'
import { decoder as opusDecoder } from '@audio/decode-opus'
import { decoder as vorbisDecoder } from '@audio/decode-vorbis'
import { decoder as webmDecoder } from '@audio/decode-webm'
import type { SoundFormat } from '../../app/dictation/recording/sound-format.ts'
import type { DecodedSound } from './speech-rate-stream.ts'

export type StreamedFormat = Exclude<SoundFormat, 'wav' | 'mp4'>

type SoundDecoder = {
  decode(bytes: Uint8Array): DecodedSound | Promise<DecodedSound>
  flush?(): DecodedSound | Promise<DecodedSound>
}

const decoders: Record<StreamedFormat, () => Promise<SoundDecoder>> = {
  flac: () => flacDecoder(),
  mp3: () => mp3Decoder(),
  opus: () => opusDecoder(),
  vorbis: () => vorbisDecoder(),
  webm: () => webmDecoder(),
}

/** Of a file that can be read from the front. */
export async function* streamedSound(
  format: StreamedFormat,
  file: AsyncIterable<Uint8Array>,
): AsyncIterable<DecodedSound> {
  const decoder = await decoders[format]()
  for await (const bytes of file) yield await decoder.decode(bytes)
  if (decoder.flush) yield await decoder.flush()
}
