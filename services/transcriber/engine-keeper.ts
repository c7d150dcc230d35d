import { probeClip } from '../../app/dictation/speech/probe-clip.ts'
import { decodeWav } from '../../app/dictation/speech/wav.ts'
import { ModelError, type ModelFailure, type VerifiedModel } from './model-files.ts'
import { type OnProgress } from './provide-model.ts'
import { EngineError, startEngine, type SpeechEngine } from './speech-engine.ts'
import { type Recognition, type SpeechTask } from './speech-task.ts'

export type EngineState =
  /** 0 to 1, or null when nothing is being downloaded. */
  | { kind: 'loading'; progress: number | null }
  | { kind: 'ready'; model: VerifiedModel }
  | { kind: 'failed'; reason: ModelFailure; detail: string }

export type EngineKeeper = {
  readonly state: EngineState
  recognise: (task: SpeechTask) => Promise<Recognition>
  end(): Promise<void>
}

type Events = { onState: (state: EngineState) => void }

/** Tests the model with a clip of speech, again after each crash. Stays failed if that does not help. */
export function keepEngine(
  provide: (onProgress: OnProgress) => Promise<VerifiedModel>,
  { onState }: Events,
): EngineKeeper {
  let state: EngineState = { kind: 'loading', progress: null }
  let engine: SpeechEngine | null = null
  let hasEnded = false
  const become = (next: EngineState) => {
    state = next
    if (!hasEnded) onState(next)
  }

  const load = async (): Promise<void> => {
    become({ kind: 'loading', progress: null })
    try {
      const model = await provide((progress) => become({ kind: 'loading', progress }))
      if (hasEnded) return
      engine = await startEngine(model)
      await probe(engine)
      become({ kind: 'ready', model })
    } catch (error) {
      await engine?.end()
      const reason = error instanceof ModelError ? error.reason : 'engine_error'
      become({ kind: 'failed', reason, detail: error instanceof Error ? error.message : String(error) })
    }
  }
  void load()

  return {
    get state() {
      return state
    },
    recognise: async (task) => {
      if (!engine || state.kind !== 'ready') throw new EngineError('the engine is not ready')
      try {
        return await engine.recognise(task)
      } finally {
        if (engine.hasEnded && !hasEnded) void load()
      }
    },
    end: async () => {
      hasEnded = true
      await engine?.end()
    },
  }
}

async function probe(engine: SpeechEngine): Promise<void> {
  const { segments } = await engine.recognise({ pcm: decodeWav(probeClip()), prompt: null })
  if (segments.length === 0) throw new EngineError('the engine hears nothing in a clip of speech')
}
