import type { Level } from './sound-level.ts'

/** What the worklet tells the page. Chunks are PCM16LE, 16 kHz, in order; after `end` nothing comes. */
export type RecorderMessage =
  { kind: 'level'; level: Level } | { kind: 'chunk'; sound: ArrayBuffer } | { kind: 'end' }
