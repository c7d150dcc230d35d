import type { DictationMode } from '../text/spoken-commands'

/** A dictation as this browser remembers it until the server has all of it. */
export type JournalEntry = {
  recordingId: string
  noteId: string
  mode: DictationMode
  /** Milliseconds since 1970. */
  startedAt: number
  /** Chunks made so far: the next one's number. */
  chunks: number
  /** The server knows of it. */
  isBegun: boolean
  /** Nothing more will be said in it. */
  isStopped: boolean
}

export type WaitingChunk = { number: number; sound: Uint8Array<ArrayBuffer> }

/** Keeps what was said until the server has confirmed it. */
export type Journal = {
  entries: (noteId: string) => Promise<JournalEntry[]>
  find: (recordingId: string) => Promise<JournalEntry | undefined>
  begin: (entry: JournalEntry) => Promise<void>
  /** Changes an entry in one go; nothing where there is none. */
  change: (recordingId: string, change: Partial<JournalEntry>) => Promise<void>
  /** Keeps a chunk and counts it. */
  add: (recordingId: string, chunk: WaitingChunk) => Promise<void>
  /** The lowest chunk that waits. */
  first: (recordingId: string) => Promise<WaitingChunk | undefined>
  /** The server has this chunk: it is taken out. */
  confirm: (recordingId: string, number: number) => Promise<void>
  waiting: (recordingId: string) => Promise<number>
  /** Takes out everything of a dictation. */
  forget: (recordingId: string) => Promise<void>
}
