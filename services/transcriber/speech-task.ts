import { type RecognisedSegment } from './whisper-words.ts'

/** What the engine's thread is started with. */
export type WorkerSettings = { folder: string; hasLeanMemory: boolean }
export type WorkerTask = { pcm: Float32Array<ArrayBuffer>; prompt: string | null }
export type Recognition = { segments: RecognisedSegment[]; milliseconds: number }
export type WorkerReply =
  { kind: 'ready' } | ({ kind: 'recognised' } & Recognition) | { kind: 'failed'; message: string }
