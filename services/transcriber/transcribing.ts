import { type IncomingMessage, type ServerResponse } from 'node:http'
import { type VoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { createAdmission } from './admission.ts'
import { ApiError } from './api-error.ts'
import { type EngineKeeper, type EngineState } from './engine-keeper.ts'
import { createFairTurns, type FairTurns } from './fair-queue.ts'
import { type VerifiedModel } from './model-files.ts'
import { MAX_BODY_BYTES, MAX_FILE_BYTES, readForm, tooLarge } from './multipart.ts'
import { recogniseWithPrompt } from './prompt.ts'
import { textOf, verboseAnswer } from './transcription-answer.ts'
import { readTranscriptionRequest, type TranscriptionRequest } from './transcription-request.ts'
import { transcribe, type Transcription } from './transcription.ts'

type Parts = {
  voices: VoiceActivity
  keeper: EngineKeeper
  /** The model that was asked for in the settings; callers may name it also when another one had to do. */
  configured: string
  leaving: AbortSignal
}

export type Transcribing = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Pieces of sound that wait for the engine. */
  waiting: () => number
}

/** What clients of OpenAI's API ask for when they were told no name. */
const COMMON_NAME = 'whisper-1'
/** A piece on two cores; only for telling whoever is turned away when to come again. */
const SECONDS_A_TURN = 3

/** `POST /v1/audio/transcriptions`. */
export function createTranscribing({ voices, keeper, configured, leaving }: Parts): Transcribing {
  const admission = createAdmission()
  const turns = createFairTurns()

  const write = ({ pcm, prompt }: TranscriptionRequest, caller: string, signal: AbortSignal) =>
    transcribe(pcm, {
      voices,
      recognise: (sound) =>
        turns.take(caller, signal, () => recogniseWithPrompt(sound, prompt, keeper.recognise)),
    })

  return {
    answer: async (request, response) => {
      const model = loadedModel(keeper.state)
      const caller = callerOf(request)
      const leave = admission.enter(caller, bytesOf(request))
      if (!leave) throw busy(turns)
      const gone = new AbortController()
      response.once('close', () => gone.abort(new Error('the client has gone')))
      try {
        const form = await readForm(request)
        const asked = readTranscriptionRequest(form, [model.id, configured, COMMON_NAME])
        const signal = AbortSignal.any([gone.signal, leaving])
        const transcription = await write(asked, caller, signal)
        send(response, asked, { transcription, model })
      } catch (error) {
        // The engine ends with the service, in the middle of a piece: that is no fault of the engine.
        throw leaving.aborted ? leaving.reason : error
      } finally {
        leave()
      }
    },
    waiting: () => turns.waiting,
  }
}

/** `X-Caller` names whose turn a request takes (a session, not a person); requests without it share one. */
function callerOf(request: IncomingMessage): string {
  return String(request.headers['x-caller'] ?? '').slice(0, 64)
}

/** @throws ApiError 413 before anything is read; a body of unknown length counts as the largest */
function bytesOf(request: IncomingMessage): number {
  const stated = request.headers['content-length']
  const bytes = stated === undefined ? MAX_FILE_BYTES : Number(stated)
  if (bytes > MAX_BODY_BYTES) throw tooLarge()
  return bytes
}

function loadedModel(state: EngineState): VerifiedModel {
  if (state.kind === 'ready') return state.model
  if (state.kind === 'loading') {
    throw new ApiError({ status: 503, code: 'loading', message: 'The model is being loaded.', retryAfter: 5 })
  }
  throw new ApiError({ status: 503, code: state.reason, message: 'There is no model to transcribe with.' })
}

function busy({ waiting }: FairTurns): ApiError {
  return new ApiError({
    status: 429,
    code: 'busy',
    message: 'Too many requests wait already.',
    retryAfter: Math.min(60, SECONDS_A_TURN * Math.max(1, waiting)),
  })
}

function send(
  response: ServerResponse,
  { format, hasWords }: TranscriptionRequest,
  { transcription, model }: { transcription: Transcription; model: VerifiedModel },
): void {
  const text = textOf(transcription)
  if (format === 'text') {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
    return
  }
  const body = format === 'json' ? { text } : verboseAnswer(transcription, model, hasWords)
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
