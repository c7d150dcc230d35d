import { createChunkCutter } from '../../app/dictation/recorder/chunk-cutter.ts'
import { numbersOf, quarter } from '../../app/dictation/recording/part-length.ts'

/** `to`: where it ends, in seconds of the sound. */
export type PagePart = { number: number; sound: Buffer; to: number }

/** A sound as the page's own recorder cuts it. */
export function pageParts(sound: Float32Array): PagePart[] {
  const cutter = createChunkCutter()
  const whole = cutter.push(sound)
  const rest = cutter.end()
  let number = 0
  return [...whole, ...(rest ? [rest] : [])].map((samples) => {
    const bytes = Buffer.from(samples.buffer)
    const part = { number, sound: bytes }
    number += numbersOf(bytes, quarter)
    return { ...part, to: (number * quarter) / 1000 }
  })
}

/** The number that ends the recording. */
export function lastNumberOf(parts: readonly PagePart[]): number {
  const { number, sound } = parts.at(-1)!
  return number + numbersOf(sound, quarter) - 1
}
