import { type IncomingMessage, type ServerResponse } from 'node:http'
import { type VoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { createAdmission } from './admission.ts'
import { ApiError } from './api-error.ts'
import { type EngineKeeper, type EngineState } from './engine-keeper.ts'
import { createFairQueue, type FairQueue } from './fair-queue.ts'
import { type VerifiedModel } from './model-files.ts'
import { MAX_BODY_BYTES, MAX_FILE_BYTES, readForm, tooLarge } from './multipart.ts'
import { recogniseWithPrompt } from './prompt.ts'
import { textOf, verboseAnswer } from './transcription-answer.ts'
import { readTranscriptionRequest, type TranscriptionRequest } from './transcription-request.ts'
import { transcribe, type Transcription } from './transcription.ts'

type Parts = {
  voices: VoiceActivity
  keeper: EngineKeeper
  /** Callers may use this name even when a fallback is loaded. */
  configured: string
  stopping: AbortSignal
}

export type Transcribing = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  waiting: () => number
}

/** The default in OpenAI's clients. */
const COMMON_NAME = 'whisper-1'
const SECONDS_PER_PIECE = 3

export function createTranscribing({ voices, keeper, configured, stopping }: Parts): Transcribing {
  const admission = createAdmission()
  const queue = createFairQueue()

  const write = ({ pcm, prompt }: TranscriptionRequest, caller: string, signal: AbortSignal) =>
    transcribe(pcm, {
      voices,
      recognise: (sound) =>
        queue.run(caller, signal, () => recogniseWithPrompt(sound, prompt, keeper.recognise)),
    })

  return {
    answer: async (request, response) => {
      const model = loadedModel(keeper.state)
      const caller = callerOf(request)
      const release = admission.admit(caller, bytesOf(request))
      if (!release) throw busy(queue)
      const gone = new AbortController()
      response.once('close', () => gone.abort(new Error('the client has gone')))
      try {
        const form = await readForm(request)
        const asked = readTranscriptionRequest(form, [model.id, configured, COMMON_NAME])
        const signal = AbortSignal.any([gone.signal, stopping])
        const transcription = await write(asked, caller, signal)
        send(response, asked, { transcription, model })
      } catch (error) {
        // We ended the engine ourselves, so it is not its fault.
        throw stopping.aborted ? stopping.reason : error
      } finally {
        release()
      }
    },
    waiting: () => queue.waiting,
  }
}

/** `X-Caller` is a session, not a person. Requests without it share one turn. */
function callerOf(request: IncomingMessage): string {
  return String(request.headers['x-caller'] ?? '').slice(0, 64)
}

/** An unknown length counts as the largest. @throws ApiError 413 before anything is read */
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

function busy({ waiting }: FairQueue): ApiError {
  return new ApiError({
    status: 429,
    code: 'busy',
    message: 'Too many requests wait already.',
    retryAfter: Math.min(60, SECONDS_PER_PIECE * Math.max(1, waiting)),
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
