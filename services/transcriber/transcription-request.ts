import { z } from 'zod'
import { decodeWav, wavSeconds } from '../../app/dictation/speech/wav.ts'
import { WavError } from '../../app/dictation/speech/wav-header.ts'
import { ApiError, badRequest } from './api-error.ts'
import { type Form } from './multipart.ts'

/** The samples alone are 58 MB. Send longer recordings in parts. */
const MAX_SECONDS = 900
const MIN_SECONDS = 0.1

const fieldsSchema = z.object({
  model: z.string({ error: 'you must provide a model parameter' }).min(1),
  language: z.literal(['sv', 'swedish'], { error: 'this service writes Swedish: sv' }).default('sv'),
  prompt: z.string().trim().max(4_000).default(''),
  response_format: z
    .enum(['json', 'text', 'verbose_json'], { error: 'one of json, text and verbose_json' })
    .default('json'),
  // Ignored: 0 is always used, so the same sound gives the same text.
  temperature: z.coerce.number().min(0).max(1).default(0),
  'timestamp_granularities[]': z.array(z.enum(['word', 'segment'])).default(['segment']),
})

export type TranscriptionRequest = {
  pcm: Float32Array<ArrayBuffer>
  prompt: string | null
  format: 'json' | 'text' | 'verbose_json'
  hasWords: boolean
}

/** @throws ApiError 400 with the name of the field, 404 for a model we do not have */
export function readTranscriptionRequest(form: Form, models: readonly string[]): TranscriptionRequest {
  const parsed = fieldsSchema.safeParse(plainFields(form.fields))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    const param = String(path[0])
    throw badRequest('invalid_value', `${param}: ${message}`, param)
  }
  const { model, prompt, response_format: format, 'timestamp_granularities[]': granularities } = parsed.data
  if (!models.includes(model)) {
    const message = `The model '${model}' is not here. Here: ${models.join(', ')}.`
    throw new ApiError({ status: 404, code: 'model_not_found', message, param: 'model' })
  }
  if (!form.file) throw badRequest('missing_file', 'The form has no file.', 'file')
  const hasWords = granularities.includes('word')
  return { pcm: soundOf(form.file), prompt: prompt === '' ? null : prompt, format, hasWords }
}

function soundOf(file: Buffer): Float32Array<ArrayBuffer> {
  try {
    const seconds = wavSeconds(file)
    if (seconds > MAX_SECONDS) {
      throw badRequest('audio_too_long', `The recording is longer than ${MAX_SECONDS} seconds.`, 'file')
    }
    if (seconds < MIN_SECONDS) {
      throw badRequest('audio_too_short', `The recording is shorter than ${MIN_SECONDS} seconds.`, 'file')
    }
    return decodeWav(file)
  } catch (error) {
    if (!(error instanceof WavError)) throw error
    if (error.problem === 'empty')
      throw badRequest('audio_too_short', 'There is no sound in the file.', 'file')
    throw badRequest('unsupported_format', `Send a wav file (${error.message}).`, 'file')
  }
}

function plainFields(fields: Form['fields']): Record<string, string | string[]> {
  const list = 'timestamp_granularities[]'
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, name === list ? values : values.at(-1)!]),
  )
}
