import { z } from 'zod'
import { ApiError, badRequest } from './api-error.ts'
import { type Form } from './multipart.ts'

const formats = ['json', 'text', 'srt', 'vtt', 'verbose_json'] as const
type Format = (typeof formats)[number]

const fieldsSchema = z.strictObject({
  model: z.string({ error: 'you must provide a model parameter' }).min(1),
  // By ISO 639-1, as a tag of a region (BCP 47), or as Whisper names it.
  language: z
    .string()
    .regex(/^(sv([-_]\w{2,4})?|swedish)$/i, { error: 'this service writes Swedish: sv' })
    .default('sv'),
  prompt: z.string().trim().max(4_000).default(''),
  response_format: z.enum(formats, { error: `one of ${formats.join(', ')}` }).default('json'),
  // Ignored: 0 is always used, so the same sound gives the same text.
  temperature: z.coerce.number().min(0).max(1).default(0),
  'timestamp_granularities[]': z.array(z.enum(['word', 'segment'])).default(['segment']),
  stream: z
    .enum(['true', 'false'], { error: 'true or false' })
    .default('false')
    .transform((text) => text === 'true'),
  // Sound is always cut where nobody speaks.
  chunking_strategy: z.literal('auto', { error: 'only auto' }).optional(),
})

export type TranscriptionRequest = {
  file: Buffer
  prompt: string | null
  format: Format
  hasWords: boolean
  isStreamed: boolean
}

/** @throws ApiError 400 with the name of the field, 404 for a model we do not have */
export function readTranscriptionRequest(form: Form, models: readonly string[]): TranscriptionRequest {
  const parsed = fieldsSchema.safeParse(plainFields(form.fields))
  if (!parsed.success) throw refusalOf(parsed.error.issues[0]!)
  const { model, prompt, response_format: format, stream: isStreamed } = parsed.data
  if (!models.includes(model)) {
    const message = `The model '${model}' is not here. Here: ${models.join(', ')}.`
    throw new ApiError({ status: 404, code: 'model_not_found', message, param: 'model' })
  }
  if (isStreamed && format !== 'json' && format !== 'text')
    throw badRequest('invalid_value', 'stream: only with the formats json and text', 'stream')
  if (!form.file) throw badRequest('missing_file', 'The form has no file.', 'file')
  const hasWords = parsed.data['timestamp_granularities[]'].includes('word')
  return { file: form.file, prompt: prompt === '' ? null : prompt, format, hasWords, isStreamed }
}

function refusalOf(issue: z.core.$ZodIssue): ApiError {
  if (issue.code === 'unrecognized_keys') {
    const [unknown] = issue.keys
    return badRequest('unknown_parameter', `${unknown}: this service has no such field`, unknown)
  }
  const param = String(issue.path[0])
  return badRequest('invalid_value', `${param}: ${issue.message}`, param)
}

function plainFields(fields: Form['fields']): Record<string, string | string[]> {
  const list = 'timestamp_granularities[]'
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, name === list ? values : values.at(-1)!]),
  )
}
