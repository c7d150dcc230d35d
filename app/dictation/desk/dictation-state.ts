import type { Sending } from '../recorder/chunk-sender'
import type { JournalEntry } from '../recorder/journal'
import type { MicrophoneFault } from '../recorder/microphone'
import type { LevelWord } from '../recorder/sound-level'

/** Times are milliseconds since 1970. */
export type DictationState = {
  phase: 'idle' | 'starting' | 'recording' | 'stopping'
  recordingId: string | null
  seconds: number
  level: LevelWord
  /** 0 to 1, for the meter. */
  loudness: number
  microphone: string
  isSilent: boolean
  fault: MicrophoneFault | null
  lostAt: number | null
  sending: Sending
  /** Contact is back, and stored sound is being sent. */
  isCatchingUp: boolean
  /** Dictations interrupted by a closed tab or a crash. */
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
