import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './plan.ts'

/** A recording of tests/speech: 16 kHz mono, 16 bits a sample. */
export type Clip = { name: string; seconds: number; file: Buffer; samples: Int16Array }

const samplesPerSecond = 16_000
const headerBytes = 44
// Of 32,767: the voice is louder, and between the phrases there is nothing.
const quiet = 300
const pauseSamples = 0.8 * samplesPerSecond

export async function readClip(name: string): Promise<Clip> {
  const file = await readFile(join(root, 'tests/speech', `${name}.wav`))
  const samples = new Int16Array(Uint8Array.from(file.subarray(headerBytes)).buffer)
  return { name, seconds: samples.length / samplesPerSecond, file, samples }
}

/** Where each phrase ends that a pause follows, in seconds. */
export function phraseEnds({ samples }: Clip): number[] {
  const ends: number[] = []
  let last = -1
  samples.forEach((sample, at) => {
    if (Math.abs(sample) > quiet) last = at
    else if (last >= 0 && at - last >= pauseSamples) {
      ends.push(last / samplesPerSecond)
      last = -1
    }
  })
  return ends
}

/** The sound in parts of a second, as the desk sends them. */
export function secondsOf({ samples }: Clip): Buffer[] {
  const bytes = Buffer.from(samples.buffer)
  const size = samplesPerSecond * 2
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
}

/** A stretch of the sound, −1 to 1. @param from @param to seconds */
export function stretch({ samples }: Clip, from: number, to: number): Float32Array<ArrayBuffer> {
  const part = samples.subarray(Math.floor(from * samplesPerSecond), Math.ceil(to * samplesPerSecond))
  return Float32Array.from(part, (sample) => sample / 32_768)
}
