import { AsrError, type AsrFailure, type AsrResult } from '../engine/asr.ts'
import type { EngineWatch } from '../engine/engine-watch.ts'
import { promptOf } from '../engine/prompt-echo.ts'
import { FRAME_SECONDS } from '../../../app/dictation/speech/speech-spans.ts'
import type { VoiceActivity } from '../../../app/dictation/speech/voice-activity.ts'
import { createEarlyWork, type EarlyWork } from './early-work.ts'
import type { EngineQueue } from './engine-queue.ts'
import { gapText } from './gap-text.ts'
import { createPhrasePreview } from './phrase-preview.ts'
import { readPhrases, type NextPart, type PhraseReader, type SpokenPhrase } from './phrase-reader.ts'
import type { PreviewTurns } from './preview-turns.ts'
import type { OpenRecording, RecordingStore } from './recording-store.ts'
import { segmentsOf, type NewSegment } from './segment.ts'

/** `wait`: for sound. `away`: no engine. `moved`: another worker has it, or it is gone. */
type Outcome = 'wait' | 'away' | 'moved' | 'done'

type Waiting = Extract<NextPart, { kind: 'wait' }>

export type Hearing = {
  hear(): Promise<Outcome>
}

type Options = {
  store: RecordingStore
  engine: EngineWatch
  voices: VoiceActivity
  engineQueue: EngineQueue
  previewTurns: PreviewTurns
  clock: () => number
  signal: AbortSignal
}

/** After this many, a phrase is kept as sound without text, if the engine answers others. */
const MOST_ATTEMPTS = 4
const PHRASE_FAILURES: readonly AsrFailure[] = ['engine_error', 'timeout', 'out_of_memory']
/** With this much voice, no text at all leaves a mark in the transcript. */
const UNHEARD_VOICE_SECONDS = 1
const LAG_MS = 20_000

export function createHearing(options: Options): Hearing {
  const { store, engine, voices, clock } = options
  const early = createEarlyWork()
  const preview = createPhrasePreview({ ...options, turns: options.previewTurns })
  let reader: PhraseReader | null = null
  let pending: NextPart | null = null
  let at = -1
  let attempts = 0
  let reportedLag = 0

  const begin = (recording: OpenRecording): PhraseReader => {
    pending = null
    at = recording.transcribedTo
    return readPhrases({ voices, store, clock, from: at, partMs: recording.partMs })
  }
  const move = async (to: number, segments: readonly NewSegment[]): Promise<boolean> => {
    const hasMoved = await store.addSegments(at, to, segments)
    pending = null
    attempts = 0
    if (hasMoved) at = to
    else reader = null
    return hasMoved
  }
  const reportLag = async (recording: OpenRecording, heardTo: number) => {
    const lag = Math.max(0, recording.nextNumber * recording.partMs - heardTo)
    const rounded = lag > LAG_MS ? Math.round(lag / 10_000) * 10_000 : 0
    if (rounded === reportedLag) return
    reportedLag = rounded
    await store.reportLag(lag)
  }
  const write = async (phrase: SpokenPhrase): Promise<NewSegment[]> => {
    try {
      return await transcribed(phrase, early, options)
    } catch (error) {
      if (!(error instanceof AsrError)) throw error
      if (PHRASE_FAILURES.includes(error.failure)) attempts += 1
      const isHopeless =
        error.failure === 'bad_audio' || error.failure === 'too_large' || attempts >= MOST_ATTEMPTS
      if (!isHopeless) throw error
      return [unheard(phrase, 'engineFailed')]
    }
  }
  const beginEarly = (phrase: SpokenPhrase) => {
    if (engine.state.problem !== null) return
    early.begin(phrase, (signal) => ask(phrase, AbortSignal.any([signal, options.signal]), options))
  }
  const lookAhead = ({ state }: OpenRecording, { pausing, speaking }: Waiting) => {
    if (pausing) beginEarly(pausing)
    else early.callOff()
    if (speaking && state === 'recording') preview.ask(speaking)
    else preview.callOff()
  }
  const step = async (recording: OpenRecording): Promise<Outcome | 'on'> => {
    reader ??= begin(recording)
    if (recording.transcribedTo !== at) reader = begin(recording)
    pending ??= await reader.next({ ...recording, transcribedTo: at })
    if (pending.kind === 'wait' || pending.kind === 'end') {
      const next = pending
      pending = null
      if (next.kind === 'wait') {
        lookAhead(recording, next)
        return 'wait'
      }
      await store.finish()
      return 'done'
    }
    preview.callOff()
    if (pending.kind === 'silence') return (await move(pending.end, [])) ? 'on' : 'moved'
    if (pending.kind === 'gap') return (await move(pending.end, [gapOf(pending)])) ? 'on' : 'moved'
    if (engine.state.problem !== null) return 'away'
    await reportLag(recording, pending.end)
    const phrase = pending
    const segments = await write(phrase)
    const hasMoved = await move(phrase.end, segments)
    await preview.settle(segments.some(({ kind }) => kind === 'speech'))
    return hasMoved ? 'on' : 'moved'
  }

  return {
    hear: async () => {
      for (;;) {
        const recording = await store.look()
        if (!recording || options.signal.aborted) {
          early.callOff()
          preview.callOff()
          return 'moved'
        }
        await reportProblem(recording, options)
        try {
          const outcome = await step(recording)
          if (outcome !== 'on') return outcome
        } catch (error) {
          if (error instanceof AsrError) return 'away'
          throw error
        }
      }
    },
  }
}

async function ask(
  { pcm }: SpokenPhrase,
  signal: AbortSignal,
  { store, engine, engineQueue }: Options,
): Promise<AsrResult> {
  const prompt = promptOf(await store.caseWords())
  return engineQueue.run('live', signal, () =>
    engine.transcribe({ pcm, prompt, purpose: 'live', caller: store.caller, signal }),
  )
}

async function transcribed(phrase: SpokenPhrase, early: EarlyWork, options: Options): Promise<NewSegment[]> {
  const { probabilities } = phrase
  const result = (await early.take(phrase)) ?? (await ask(phrase, options.signal, options))
  const segments = segmentsOf(phrase, result, probabilities)
  if (segments.length > 0) return segments
  const voiced = probabilities.filter((probability) => probability >= 0.5).length * FRAME_SECONDS
  return voiced >= UNHEARD_VOICE_SECONDS ? [unheard(phrase, 'noText')] : []
}

const unheard = ({ start, end }: SpokenPhrase, droppedBecause: string): NewSegment => {
  return { kind: 'dropped', start, end, text: '', droppedBecause, engine: '' }
}

const gapOf = ({ start, end }: { start: number; end: number }): NewSegment => {
  return { kind: 'gap', start, end, text: gapText(start, end), engine: '' }
}

const ENGINE_PROBLEMS = ['engineLoading', 'engineAway', 'modelMissing']

async function reportProblem({ problem }: OpenRecording, { store, engine }: Options): Promise<void> {
  const { state } = engine
  const reported = problem !== null && ENGINE_PROBLEMS.includes(problem) ? problem : null
  if (reported !== state.problem || state.progress !== null)
    await store.setProblem(state.problem, state.progress)
}
