import { quarter } from '../recording/part-length.ts'
import { SPEECH_RATE } from '../speech/wav.ts'
import { createPauseWatch } from './pause-watch.ts'

export type ChunkCutter = {
  push: (sound: Float32Array) => Int16Array<ArrayBuffer>[]
  /** What is left, less than a chunk; null if nothing. */
  end: () => Int16Array<ArrayBuffer> | null
}

const quarterSamples = (SPEECH_RATE * quarter) / 1000

/**
 * Chunks of a second; of fewer quarters where text is waited for: at the end of each quarter in which a phrase may be
 * over. In the middle of speech nothing could be done with them sooner, and in a long silence nothing is waited for.
 */
export function createChunkCutter(): ChunkCutter {
  const isPausing = createPauseWatch()
  let chunk = new Int16Array(SPEECH_RATE)
  let filled = 0
  // Of the second half of the quarter: what is said at its beginning may be the end of a word.
  let squares = 0

  const cut = () => {
    const part = chunk.slice(0, filled)
    chunk = new Int16Array(SPEECH_RATE)
    filled = 0
    return part
  }
  return {
    push: (sound) => {
      const full: Int16Array<ArrayBuffer>[] = []
      for (const sample of sound) {
        chunk[filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
        const within = filled % quarterSamples
        if (within > quarterSamples / 2 || within === 0) squares += sample * sample
        if (within > 0) continue
        const level = Math.sqrt(squares / (quarterSamples / 2))
        squares = 0
        if (isPausing(level) || filled === SPEECH_RATE) full.push(cut())
      }
      return full
    },
    end: () => (filled === 0 ? null : cut()),
  }
}
