import { probeClip } from '../../app/dictation/speech/probe-clip.ts'
import { decodeWav } from '../../app/dictation/speech/wav.ts'
import { ModelError, type ModelFailure, type VerifiedModel } from './model-files.ts'
import { type OnProgress } from './provide-model.ts'
import { EngineError, startEngine, type SpeechEngine } from './speech-engine.ts'

export type EngineState =
  /** 0 to 1, or null when nothing is being downloaded. */
  | { kind: 'loading'; progress: number | null }
  | { kind: 'ready'; model: VerifiedModel }
  | { kind: 'failed'; reason: ModelFailure; detail: string }

export type EngineKeeper = {
  readonly state: EngineState
  recognise: SpeechEngine['recognise']
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
  const ended = new AbortController()
  const become = (next: EngineState) => {
    state = next
    if (!ended.signal.aborted) onState(next)
  }

  const load = async (): Promise<void> => {
    become({ kind: 'loading', progress: null })
    try {
      const model = await provide((progress) => become({ kind: 'loading', progress }))
      if (ended.signal.aborted) return
      engine = await startEngine(model)
      await probe(engine, ended.signal)
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
    recognise: async (task, signal) => {
      if (!engine || state.kind !== 'ready') throw new EngineError('the engine is not ready')
      try {
        return await engine.recognise(task, signal)
      } finally {
        if (engine.hasEnded && !ended.signal.aborted) void load()
      }
    },
    end: async () => {
      ended.abort()
      await engine?.end()
    },
  }
}

async function probe(engine: SpeechEngine, ended: AbortSignal): Promise<void> {
  const { segments } = await engine.recognise({ pcm: decodeWav(probeClip()), prompt: null }, ended)
  if (segments.length === 0) throw new EngineError('the engine hears nothing in a clip of speech')
}
