import { setTimeout as after } from 'node:timers/promises'
import { probeClip } from '../../../app/dictation/speech/probe-clip.ts'
import { decodeWav } from '../../../app/dictation/speech/wav.ts'
import { AsrError, type AsrEngine, type AsrFailure, type AsrRequest, type AsrResult } from './asr.ts'

export type EngineProblem = 'engineLoading' | 'engineAway' | 'modelMissing'
export type EngineState = { problem: EngineProblem | null; progress: number | null }

export type EngineWatch = {
  readonly state: EngineState
  /** What a phrase waited for its last text, in ms. Longer when a preview has taken longer since; infinite before the first. */
  readonly answerMs: number
  /** @throws AsrError */
  transcribe(request: AsrRequest): Promise<AsrResult>
  ready(): Promise<void>
  end(): void
}

type Options = {
  clock: () => number
  onChange: (state: EngineState) => void
  waitMs?: { first: number; longest: number }
}

const BREAKER = { failures: 3, withinMs: 60_000 }
const WAIT_MS = { first: 1_000, longest: 10_000 }
const PROBLEMS: Partial<Record<AsrFailure, EngineProblem>> = {
  loading: 'engineLoading',
  model_missing: 'modelMissing',
  checksum: 'modelMissing',
  auth: 'modelMissing',
}
const ABOUT_THE_SOUND: readonly AsrFailure[] = ['bad_audio', 'too_large']

/** A circuit breaker that tests with a clip: an engine can hang while its health page says ok. */
export function watchEngine(engine: AsrEngine, { clock, onChange, waitMs = WAIT_MS }: Options): EngineWatch {
  const ended = new AbortController()
  let state: EngineState = { problem: 'engineLoading', progress: null }
  let failures: number[] = []
  let isProbing = false
  let answerMs = Infinity
  const waiting: (() => void)[] = []

  const become = (problem: EngineProblem | null, progress: number | null = null) => {
    if (problem === state.problem && progress === state.progress) return
    state = { problem, progress }
    onChange(state)
    if (problem === null) goOn()
  }
  const goOn = () => waiting.splice(0).forEach((go) => go())
  const fail = async (error: AsrError): Promise<void> => {
    if (ABOUT_THE_SOUND.includes(error.failure)) return
    const now = clock()
    failures = [...failures.filter((at) => now - at < BREAKER.withinMs), now]
    const problem = PROBLEMS[error.failure]
    if (problem === 'engineLoading') become(problem, await engine.loadingProgress())
    else if (problem) become(problem)
    else if (failures.length >= BREAKER.failures) become('engineAway')
  }
  const timed: Pick<AsrEngine, 'transcribe'> = {
    transcribe: async (request) => {
      const begun = clock()
      const result = await engine.transcribe(request)
      const took = clock() - begun
      if (request.purpose === 'live') answerMs = took
      if (request.purpose === 'preview') answerMs = Math.max(answerMs, took)
      return result
    },
  }
  const probeUntilAnswered = async (): Promise<void> => {
    if (isProbing) return
    isProbing = true
    for (let wait = waitMs.first; !ended.signal.aborted; wait = Math.min(wait * 2, waitMs.longest)) {
      const error = await probe(timed, ended.signal)
      if (!error) {
        failures = []
        isProbing = false
        return become(null)
      }
      await fail(error)
      await after(wait, undefined, { signal: ended.signal }).catch(() => undefined)
    }
  }
  void probeUntilAnswered()

  return {
    get state() {
      return state
    },
    get answerMs() {
      return answerMs
    },
    transcribe: async (request) => {
      if (request.purpose === 'preview') return timed.transcribe(request)
      try {
        return await timed.transcribe(request)
      } catch (error) {
        if (error instanceof AsrError) {
          await fail(error)
          if (!ABOUT_THE_SOUND.includes(error.failure)) void probeUntilAnswered()
        }
        throw error
      }
    },
    ready: () => {
      if (state.problem === null || ended.signal.aborted) return Promise.resolve()
      return new Promise((go) => waiting.push(go))
    },
    end: () => {
      ended.abort()
      goOn()
    },
  }
}

async function probe(engine: Pick<AsrEngine, 'transcribe'>, signal: AbortSignal): Promise<AsrError | null> {
  try {
    const pcm = decodeWav(probeClip())
    const { text } = await engine.transcribe({ pcm, prompt: null, purpose: 'live', caller: 'probe', signal })
    return text === '' ? new AsrError('engine_error', 'nothing heard in a clip of speech') : null
  } catch (error) {
    return error instanceof AsrError ? error : new AsrError('unreachable', 'probe')
  }
}
