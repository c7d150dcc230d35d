import { type RecognisedSegment } from './whisper-words.ts'

export type ThreadSettings = { folder: string; hasLeanMemory: boolean }
export type SpeechTask = { pcm: Float32Array<ArrayBuffer>; prompt: string | null }
export type Recognition = { segments: RecognisedSegment[]; milliseconds: number }
export type ThreadReply =
  { kind: 'ready' } | ({ kind: 'recognised' } & Recognition) | { kind: 'failed'; message: string }
