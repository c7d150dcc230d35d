import { probeClip } from '../../app/dictation/speech/probe-clip.ts'
import { decodeWav, SPEECH_RATE } from '../../app/dictation/speech/wav.ts'

const QUIET = 0.004
const PAUSE_SAMPLES = 0.5 * SPEECH_RATE
const BETWEEN_SAMPLES = 1.1 * SPEECH_RATE
/** Loudness by which a sentence is told from the others. */
const loudness = (number: number) => 0.3 + 0.06 * number

/** Sentences one to so many, each of the same words at a loudness of its own, with pauses between. */
export function spokenNumbers(count: number): Float32Array {
  const sentence = trimmed(decodeWav(probeClip()))
  const peak = peakOf(sentence)
  const step = sentence.length + BETWEEN_SAMPLES
  const sound = new Float32Array(Math.ceil((count * step + BETWEEN_SAMPLES) / SPEECH_RATE) * SPEECH_RATE)
  for (let number = 1; number <= count; number++) {
    const scale = loudness(number) / peak
    sound.set(
      sentence.map((sample) => sample * scale),
      BETWEEN_SAMPLES + (number - 1) * step,
    )
  }
  return sound
}

/** One sentence after another, each with so many seconds of silence behind it. Each ends with a quarter of a second. */
export function spokenWithPauses(...pauses: number[]): Float32Array {
  const words = trimmed(decodeWav(probeClip()))
  const sentence = new Float32Array(Math.ceil(words.length / 4_000) * 4_000)
  sentence.set(words, sentence.length - words.length)
  const sounds = pauses.flatMap((pause) => [sentence, new Float32Array(pause * SPEECH_RATE)])
  return Float32Array.from([new Float32Array(SPEECH_RATE), ...sounds].flatMap((sound) => [...sound]))
}

/** Which of the sentences are in a sound, in order. */
export function numbersIn(sound: Float32Array): number[] {
  const peaks: number[] = []
  let [peak, quiet] = [0, 0]
  for (const sample of sound) {
    const level = Math.abs(sample)
    quiet = level < QUIET ? quiet + 1 : 0
    peak = Math.max(peak, level)
    if (quiet < PAUSE_SAMPLES || peak < QUIET) continue
    peaks.push(peak)
    ;[peak, quiet] = [0, 0]
  }
  if (peak >= QUIET) peaks.push(peak)
  return peaks.map((level) => Math.round((level - loudness(0)) / 0.06))
}

/** The sound in seconds of PCM16LE, or in parts of so many seconds. */
export function secondsOf(sound: Float32Array, length = 1): Buffer[] {
  const samples = length * SPEECH_RATE
  return Array.from({ length: Math.ceil(sound.length / samples) }, (_, at) => {
    const part = sound.subarray(at * samples, (at + 1) * samples)
    const bytes = Buffer.alloc(part.length * 2)
    part.forEach((sample, i) => bytes.writeInt16LE(Math.round(sample * 32_767), 2 * i))
    return bytes
  })
}

function trimmed(sound: Float32Array): Float32Array {
  const isLoud = (sample: number) => Math.abs(sample) > 0.05
  return sound.slice(sound.findIndex(isLoud), sound.findLastIndex(isLoud))
}

function peakOf(sound: Float32Array): number {
  return sound.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
}
