import type { VoiceActivity } from '../../../app/dictation/speech/voice-activity.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import type { AsrEngine } from '../engine/asr.ts'
import type { EngineWatch } from '../engine/engine-watch.ts'
import type { EngineQueue } from '../hearing/engine-queue.ts'
import type { PreviewTurns } from '../hearing/preview-turns.ts'
import type { WorkerParts } from '../job-set.ts'

export type RecordingParts = WorkerParts & {
  dataKeys: DataKeys
  voices: VoiceActivity
  live: EngineWatch
  final: AsrEngine
  engineQueue: EngineQueue
  previewTurns: PreviewTurns
}
