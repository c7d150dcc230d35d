import { numbersOf, wholeSecond, type PartMs } from '../recording/part-length.ts'
import type { DictationMode } from '../text/spoken-commands'

/** Kept in the browser until the server has everything. */
export type JournalEntry = {
  recordingId: string
  noteId: string
  /** Mark of whoever spoke: another who signs in here neither sees nor sends it. */
  holder: string
  mode: DictationMode
  startedAt: number
  /** How many numbers its chunks have: also the number of the next chunk. */
  chunks: number
  /** What a number stands for; not said by what was begun before there were chunks of less than a second. */
  partMs?: PartMs
  isBegun: boolean
  isStopped: boolean
}

export type WaitingChunk = { number: number; sound: Uint8Array<ArrayBuffer> }

export type Journal = {
  entries: (of: Pick<JournalEntry, 'noteId' | 'holder'>) => Promise<JournalEntry[]>
  find: (recordingId: string) => Promise<JournalEntry | undefined>
  begin: (entry: JournalEntry) => Promise<void>
  change: (recordingId: string, change: Partial<JournalEntry>) => Promise<void>
  add: (recordingId: string, chunk: WaitingChunk) => Promise<void>
  first: (recordingId: string) => Promise<WaitingChunk | undefined>
  confirm: (recordingId: string, number: number) => Promise<void>
  /** Seconds of sound. */
  waiting: (recordingId: string) => Promise<number>
  forget: (recordingId: string) => Promise<void>
}

/** @param numbers of chunks */
export function secondsOf({ partMs = wholeSecond }: Pick<JournalEntry, 'partMs'>, numbers: number): number {
  return Math.ceil((numbers * partMs) / 1000)
}

/** The entry's number of chunks when this one is kept too. */
export function chunksWith(
  { chunks, partMs = wholeSecond }: JournalEntry,
  { number, sound }: WaitingChunk,
): number {
  return Math.max(chunks, number + numbersOf(sound, partMs))
}
