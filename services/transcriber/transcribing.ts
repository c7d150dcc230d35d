import { type IncomingMessage, type ServerResponse } from 'node:http'
import { type VoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { createAdmission } from './admission.ts'
import { ApiError } from './api-error.ts'
import { type EngineKeeper, type EngineState } from './engine-keeper.ts'
import { createFairQueue, type FairQueue } from './fair-queue.ts'
import { type VerifiedModel } from './model-files.ts'
import { MAX_BODY_BYTES, MAX_FILE_BYTES, readForm, tooLarge } from './multipart.ts'
import { recogniseWithPrompt } from './prompt.ts'
import { modelNames } from './model-names.ts'
import { soundOfFile } from './sound-of-file.ts'
import { srtOf, vttOf } from './subtitles.ts'
import { textEvents, type TextEvents } from './text-events.ts'
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

const SECONDS_PER_PIECE = 3

type Asking = { caller: string; signal: AbortSignal; events: TextEvents | null }

export function createTranscribing({ voices, keeper, configured, stopping }: Parts): Transcribing {
  const admission = createAdmission()
  const queue = createFairQueue()
  // A decoder may take a gigabyte: one at a time, while the engine goes on with others' sound.
  const decoding = createFairQueue()

  const write = async ({ file, prompt }: TranscriptionRequest, { caller, signal, events }: Asking) => {
    const pcm = await decoding.run(caller, signal, () => soundOfFile(file, signal))
    return transcribe(pcm, {
      voices,
      recognise: (sound) =>
        queue.run(caller, signal, () =>
          recogniseWithPrompt(sound, prompt, (task) => keeper.recognise(task, signal)),
        ),
      onKept: (segments) => events?.add(segments),
    })
  }

  return {
    answer: async (request, response) => {
      const model = loadedModel(keeper.state)
      const caller = callerOf(request)
      const givesWay = request.headers['x-gives-way'] !== undefined
      const admitted = admission.admit({ caller, bytes: bytesOf(request), givesWay })
      if (!admitted) throw busy(queue)
      const gone = new AbortController()
      response.once('close', () => gone.abort(new Error('the client has gone')))
      let events: TextEvents | null = null
      try {
        const form = await readForm(request)
        const asked = readTranscriptionRequest(form, modelNames(keeper.state, configured))
        const signal = AbortSignal.any([gone.signal, stopping, admitted.calledOff])
        if (asked.isStreamed) events = textEvents(response)
        const transcription = await write(asked, { caller, signal, events })
        if (events) events.done()
        else send(response, asked, { transcription, model })
      } catch (error) {
        // We ended the engine ourselves, so it is not its fault.
        const fault: unknown = stopping.aborted
          ? stopping.reason
          : admitted.calledOff.aborted
            ? busy(queue)
            : error
        if (!events?.fail(fault)) throw fault
      } finally {
        admitted.release()
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
  const answer = (type: string, body: string) =>
    void response.writeHead(200, { 'Content-Type': type }).end(body)
  const text = textOf(transcription)
  if (format === 'text') return answer('text/plain; charset=utf-8', `${text}\n`)
  // Not registered, but the one in use.
  if (format === 'srt') return answer('application/x-subrip; charset=utf-8', srtOf(transcription))
  if (format === 'vtt') return answer('text/vtt; charset=utf-8', vttOf(transcription))
  const body = format === 'json' ? { text } : verboseAnswer(transcription, model, hasWords)
  answer('application/json', JSON.stringify(body))
}
