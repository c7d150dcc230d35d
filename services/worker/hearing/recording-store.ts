import type { EngineProblem } from '../engine/engine-watch.ts'
import type { NewSegment } from './segment.ts'

/** A recording with something left to hear, as the database tells it now. Milliseconds and part numbers. */
export type OpenRecording = {
  municipalityId: string
  recordingId: string
  noteVersionId: string
  state: 'recording' | 'stopped'
  keyEncrypted: Buffer
  transcribedTo: number
  /** The lowest part that is still waited for. */
  nextNumber: number
  lastNumber: number | null
  problem: string | null
}

/** One second of sound; the last may be shorter. */
export type SoundPart = { number: number; pcm: Float32Array }

/** What hearing a recording asks of the database. */
export type RecordingStore = {
  /** Whose turn it is at the engine: an id that says nothing. */
  readonly caller: string
  /** The recording as it stands now; null when there is nothing more to hear in it. */
  look(): Promise<OpenRecording | null>
  /** Parts from a number on, in order, those that have come. */
  readParts(from: number, most: number): Promise<SoundPart[]>
  /** Spelling help: names and words of the case. */
  caseWords(): Promise<string[]>
  /** Moves the transcript on. Null: it stands elsewhere than `from` says, and nothing was written. */
  addSegment(from: number, to: number, segment: NewSegment | null): Promise<number | null>
  setProblem(problem: EngineProblem | null, progress: number | null): Promise<void>
  tellLag(ms: number): Promise<void>
  /** Everything is heard; the careful pass is ordered in the same transaction. */
  finish(): Promise<void>
}
