export const wholeSecond = 1000
export const quarter = 250

// 16 kHz mono PCM16LE.
const bytesOfMillisecond = 32

/** Milliseconds of sound that a part's number may stand for. */
export const partLengths = [quarter, wholeSecond] as const
export type PartMs = (typeof partLengths)[number]

/** How many numbers a part has: as many as it is long, up to a second. */
export function numbersOf(sound: Uint8Array, partMs: PartMs): number {
  return Math.ceil(sound.length / (partMs * bytesOfMillisecond))
}
