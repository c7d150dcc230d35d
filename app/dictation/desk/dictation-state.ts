import type { Sending } from '../recorder/chunk-sender'
import type { JournalEntry } from '../recorder/journal'
import type { MicrophoneFault } from '../recorder/microphone'
import type { LevelWord } from '../recorder/sound-level'

/** What the desk shows of a dictation. Moments are milliseconds since 1970. */
export type DictationState = {
  phase: 'idle' | 'starting' | 'recording' | 'stopping'
  recordingId: string | null
  /** Seconds of sound in the recording that goes on. */
  seconds: number
  level: LevelWord
  /** 0 to 1, for the meter. */
  loudness: number
  microphone: string
  /** The microphone seems dead. */
  isSilent: boolean
  fault: MicrophoneFault | null
  lostAt: number | null
  sending: Sending
  /** There was no contact a moment ago, and what was kept is on its way. */
  isCatchingUp: boolean
  /** Dictations that were cut off: the tab was closed, the computer went out. */
  unfinished: readonly JournalEntry[]
}

export const beforeAnything: DictationState = {
  phase: 'idle',
  recordingId: null,
  seconds: 0,
  level: 'silent',
  loudness: 0,
  microphone: '',
  isSilent: false,
  fault: null,
  lostAt: null,
  sending: { state: 'idle', waiting: 0 },
  isCatchingUp: false,
  unfinished: [],
}
