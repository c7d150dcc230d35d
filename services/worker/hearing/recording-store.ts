import type { EngineProblem } from '../engine/engine-watch.ts'
import type { Preview } from '../../../app/dictation/recording/preview.ts'
import type { NewSegment } from './segment.ts'

/** As the database has it now. Times in milliseconds. */
export type OpenRecording = {
  municipalityId: string
  recordingId: string
  noteVersionId: string
  /** How much sound a number stands for. A part has one or several numbers, and is known by its first. */
  partMs: number
  state: 'recording' | 'stopped'
  keyEncrypted: Buffer
  transcribedTo: number
  /** The first part not here yet. */
  nextNumber: number
  lastNumber: number | null
  problem: string | null
}

export type SoundPart = { number: number; pcm: Float32Array }

export type RecordingStore = {
  readonly caller: string
  look(): Promise<OpenRecording | null>
  readParts(from: number, most: number): Promise<SoundPart[]>
  caseWords(): Promise<string[]>
  /** All in one transaction. False, and nothing is written, when the transcript does not end at `from`. */
  addSegments(from: number, to: number, segments: readonly NewSegment[]): Promise<boolean>
  /** To the page that records, and to nowhere else. Null: there is none any more. */
  tellPreview(preview: Preview | null): Promise<void>
  setProblem(problem: EngineProblem | null, progress: number | null): Promise<void>
  reportLag(ms: number): Promise<void>
  /** Also orders the careful pass, in the same transaction. */
  finish(): Promise<void>
}
