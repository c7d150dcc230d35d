import type { DictationMode } from '../text/spoken-commands'

/** Kept in the browser until the server has everything. */
export type JournalEntry = {
  recordingId: string
  noteId: string
  /** Mark of whoever spoke: another who signs in here neither sees nor sends it. */
  holder: string
  mode: DictationMode
  startedAt: number
  /** Also the number of the next chunk. */
  chunks: number
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
  waiting: (recordingId: string) => Promise<number>
  forget: (recordingId: string) => Promise<void>
}
