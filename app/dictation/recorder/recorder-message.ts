import type { Level } from './sound-level.ts'

/** Chunks are PCM16LE, 16 kHz, in order. Nothing comes after `end`. */
export type RecorderMessage =
  { kind: 'level'; level: Level } | { kind: 'chunk'; sound: ArrayBuffer } | { kind: 'end' }
