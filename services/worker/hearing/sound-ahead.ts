import { SPEECH_RATE } from '../../../app/dictation/speech/wav.ts'
import type { SoundPart } from './recording-store.ts'

export const SAMPLES_PER_MS = SPEECH_RATE / 1_000

/** Read but not written down yet. Milliseconds of the recording. */
export type SoundAhead = {
  readonly end: number
  add(part: SoundPart): void
  skipTo(ms: number): void
  slice(start: number, end: number): Float32Array
  forget(before: number): void
}

/** @param partMs how much sound a part's number stands for */
export function createSoundAhead(from: number, partMs: number): SoundAhead {
  /** By where they begin. */
  const parts = new Map<number, Float32Array>()
  let end = from
  return {
    get end() {
      return end
    },
    add: ({ number, pcm }) => {
      const start = number * partMs
      parts.set(start, pcm)
      end = start + Math.floor(pcm.length / SAMPLES_PER_MS)
    },
    skipTo: (ms) => void (end = ms),
    slice: (start, until) => {
      const sound = new Float32Array((until - start) * SAMPLES_PER_MS)
      for (const [begins, pcm] of parts) {
        const ahead = (begins - start) * SAMPLES_PER_MS
        const within = pcm.subarray(Math.max(0, -ahead), Math.max(0, sound.length - ahead))
        if (ahead < sound.length && within.length > 0) sound.set(within, Math.max(0, ahead))
      }
      return sound
    },
    forget: (before) => {
      for (const [begins, pcm] of parts)
        if (begins + pcm.length / SAMPLES_PER_MS <= before) parts.delete(begins)
    },
  }
}
