import { decoder as aacDecoder } from '@audio/decode-aac'
import { decoder as mp3Decoder } from '@audio/decode-mp3'
import { decoder as opusDecoder } from '@audio/decode-opus'
import { decoder as vorbisDecoder } from '@audio/decode-vorbis'
import { decoder as webmDecoder } from '@audio/decode-webm'
import type { SoundFormat } from './sound-format.ts'
import type { DecodedSound } from './speech-rate-stream.ts'

export type SoundDecoder = {
  decode(bytes: Uint8Array): DecodedSound | Promise<DecodedSound>
  flush?(): DecodedSound | Promise<DecodedSound>
}

export const soundDecoders: Record<Exclude<SoundFormat, 'wav'>, () => Promise<SoundDecoder>> = {
  m4a: () => aacDecoder(),
  aac: () => aacDecoder(),
  mp3: () => mp3Decoder(),
  opus: () => opusDecoder(),
  vorbis: () => vorbisDecoder(),
  webm: () => webmDecoder(),
}
