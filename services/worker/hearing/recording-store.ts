import type { EngineProblem } from '../engine/engine-watch.ts'
import type { NewSegment } from './segment.ts'

/** A recording with something left to hear, as it is in the database now. Times in milliseconds. */
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

/** What the hearing of one recording needs of the database. */
export type RecordingStore = {
  /** By which the engine serves recordings in turn: a random id. */
  readonly caller: string
  /** @returns null when there is nothing left to hear */
  look(): Promise<OpenRecording | null>
  /** The parts that have arrived from a number on, in order. */
  readParts(from: number, most: number): Promise<SoundPart[]>
  /** Names and words of the case, as spelling help. */
  caseWords(): Promise<string[]>
  /** Moves the transcript on. @returns null when it does not end at `from`: nothing was written */
  addSegment(from: number, to: number, segment: NewSegment | null): Promise<number | null>
  setProblem(problem: EngineProblem | null, progress: number | null): Promise<void>
  reportLag(ms: number): Promise<void>
  /** Everything is heard. Orders the careful pass in the same transaction. */
  finish(): Promise<void>
}
