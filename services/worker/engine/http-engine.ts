import { encodeWav, SPEECH_RATE } from '../../../app/dictation/speech/wav.ts'
import { enteredValue } from '../../../app/text/entered-text.ts'
import { AsrError, type AsrEngine, type AsrFailure, type AsrRequest, type AsrResult } from './asr.ts'
import { failureOf } from './failure-of.ts'
import { isPromptEcho } from './prompt-echo.ts'
import { readAnswer } from './read-answer.ts'

export type HttpEngineSettings = {
  url: string
  model: string
  key: string | null
  timeoutMs?: { live: number; final: number }
}

const TIMEOUT_MS = { live: 120_000, final: 300_000 }
/** By then the phrase has grown, or is over. */
const PREVIEW_TIMEOUT_MS = 10_000
const WORTH_ONE_RETRY: readonly AsrFailure[] = ['unreachable', 'busy', 'timeout', 'engine_error']

/** OpenAI's transcription API, as in whisper.cpp, speaches, vLLM, LocalAI and our own server. */
export function createHttpEngine(settings: HttpEngineSettings): AsrEngine {
  const once = (request: AsrRequest) => post(settings, request)
  const twice = async (request: AsrRequest): Promise<AsrResult> => {
    try {
      return await once(request)
    } catch (error) {
      const isWorthIt = error instanceof AsrError && WORTH_ONE_RETRY.includes(error.failure)
      if (!isWorthIt || request.purpose === 'preview' || request.signal.aborted) throw error
      return once(request)
    }
  }
  return {
    transcribe: async (request) => {
      const result = await twice(request)
      const isEcho = request.prompt !== null && isPromptEcho(result.text, request.prompt)
      return isEcho ? twice({ ...request, prompt: null }) : result
    },
    loadingProgress: () => loadingProgress(settings.url),
  }
}

/** 0 to 1, from our own server's `/health`. */
async function loadingProgress(url: string): Promise<number | null> {
  try {
    const response = await fetch(new URL('/health', url), {
      signal: AbortSignal.timeout(2_000),
      redirect: 'error',
    })
    const { progress } = (await response.json()) as { progress?: unknown }
    return typeof progress === 'number' ? progress : null
  } catch {
    return null
  }
}

async function post(settings: HttpEngineSettings, request: AsrRequest): Promise<AsrResult> {
  const { url, model, key, timeoutMs = TIMEOUT_MS } = settings
  const { purpose } = request
  const isPreview = purpose === 'preview'
  const timeout = AbortSignal.timeout(isPreview ? PREVIEW_TIMEOUT_MS : timeoutMs[purpose])
  try {
    // As bytes: aborting while a form is read throws where nobody can catch it.
    const form = new Response(formOf(model, request))
    const response = await fetch(new URL('/v1/audio/transcriptions', url), {
      method: 'POST',
      body: await form.bytes(),
      headers: {
        'Content-Type': form.headers.get('Content-Type')!,
        'X-Caller': request.caller,
        ...(isPreview && { 'X-Gives-Way': '1' }),
        ...(key && { Authorization: `Bearer ${key}` }),
      },
      signal: AbortSignal.any([request.signal, timeout]),
      redirect: 'error',
    })
    const body = jsonOf(await response.text())
    if (!response.ok) throw failureOf(response.status, body)
    return readAnswer(body, { seconds: request.pcm.length / SPEECH_RATE, model })
  } catch (error) {
    if (error instanceof AsrError) throw error
    if (request.signal.aborted) throw request.signal.reason
    throw timeout.aborted ? new AsrError('timeout', 'no answer in time') : unreachable(error)
  }
}

function formOf(model: string, { pcm, prompt }: AsrRequest): FormData {
  const form = new FormData()
  form.set('file', new Blob([encodeWav(pcm)], { type: 'audio/wav' }), 'sound.wav')
  form.set('model', model)
  form.set('language', 'sv')
  form.set('temperature', '0')
  form.set('response_format', 'verbose_json')
  form.append('timestamp_granularities[]', 'word')
  form.append('timestamp_granularities[]', 'segment')
  if (prompt) form.set('prompt', prompt)
  return form
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, enteredValue)
  } catch {
    return null
  }
}

function unreachable(error: unknown): AsrError {
  const { cause } = error as { cause?: { code?: unknown } }
  return new AsrError('unreachable', typeof cause?.code === 'string' ? cause.code : 'no connection')
}
