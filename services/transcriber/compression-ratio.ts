import { deflateSync } from 'node:zlib'

/** Whisper's measure of repetition. Above 2.4 is suspicious. */
export function compressionRatio(text: string): number {
  const bytes = Buffer.from(text)
  return bytes.length === 0 ? 0 : bytes.length / deflateSync(bytes).length
}
