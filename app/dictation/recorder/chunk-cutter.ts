export type ChunkCutter = {
  push: (sound: Float32Array) => Int16Array<ArrayBuffer>[]
  /** What is left, less than a chunk; null if nothing. */
  end: () => Int16Array<ArrayBuffer> | null
}

export function createChunkCutter(samples: number): ChunkCutter {
  let chunk = new Int16Array(samples)
  let filled = 0
  return {
    push: (sound) => {
      const full: Int16Array<ArrayBuffer>[] = []
      for (const sample of sound) {
        chunk[filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
        if (filled < samples) continue
        full.push(chunk)
        chunk = new Int16Array(samples)
        filled = 0
      }
      return full
    },
    end: () => {
      if (filled === 0) return null
      const rest = chunk.slice(0, filled)
      filled = 0
      return rest
    },
  }
}
