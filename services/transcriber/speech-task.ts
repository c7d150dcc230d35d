import { type RecognisedSegment } from './whisper-words.ts'

/** `calledOff`: one number that both threads see, 1 when nobody waits for the task any more. */
export type ThreadSettings = { folder: string; hasLeanMemory: boolean; calledOff: Int32Array }
export type SpeechTask = { pcm: Float32Array<ArrayBuffer>; prompt: string | null }
export type Recognition = { segments: RecognisedSegment[]; milliseconds: number }
export type ThreadReply =
  { kind: 'ready' } | ({ kind: 'recognised' } & Recognition) | { kind: 'failed'; message: string }
