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

export type SoundPart = { number: number; pcm: Float32Array }

/** What the hearing of one recording needs of the database. */
export type RecordingStore = {
  readonly caller: string
  look(): Promise<OpenRecording | null>
  readParts(from: number, most: number): Promise<SoundPart[]>
  caseWords(): Promise<string[]>
  /** Moves the transcript on. @returns null when it does not end at `from`: nothing was written */
  addSegment(from: number, to: number, segment: NewSegment | null): Promise<number | null>
  setProblem(problem: EngineProblem | null, progress: number | null): Promise<void>
  reportLag(ms: number): Promise<void>
  /** Everything is heard. Orders the careful pass in the same transaction. */
  finish(): Promise<void>
}
