import type { Logger } from 'pino'
import type { AsrEngine } from './engine/asr.ts'
import type { EngineWatch } from './engine/engine-watch.ts'
import type { Turns } from './hearing/engine-queue.ts'
import type { VoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import type { DataKeys } from '../../app/person/data-keys.ts'
import type { Database } from '../../db/connect.ts'

/** What every part of the worker works with. */
export type WorkerParts = {
  database: Database
  dataKeys: DataKeys
  voices: VoiceActivity
  live: EngineWatch
  final: AsrEngine
  turns: Turns
  log: Logger
  /** The moment it is, by the clock of the settings. */
  now: () => Date
  /** Fires when the worker is to end. */
  signal: AbortSignal
}
