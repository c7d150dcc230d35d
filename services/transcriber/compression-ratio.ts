import { deflateSync } from 'node:zlib'

/** Bytes of a text over its bytes compressed, as Whisper measures repetition; above 2.4 is suspicious. */
export function compressionRatio(text: string): number {
  const bytes = Buffer.from(text)
  return bytes.length === 0 ? 0 : bytes.length / deflateSync(bytes).length
}
