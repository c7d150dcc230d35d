import { z } from 'zod'
import { AsrError } from './asr.ts'

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.string().nullish(),
    message: z.string().nullish(),
  }),
})

/** Only codes are kept: the server's message may repeat a prompt. */
export function failureOf(status: number, body: unknown): AsrError {
  const { code, message } = errorSchema.safeParse(body).data?.error ?? {}
  const detail = code ? `${status} ${code}` : String(status)
  if (status === 401 || status === 403) return new AsrError('auth', detail)
  if (status === 404) return new AsrError('model_missing', detail)
  if (status === 413) return new AsrError('too_large', detail)
  if (status === 429) return new AsrError('busy', detail)
  if (status === 503) return unavailable(code, detail)
  if (status < 500) return new AsrError('bad_audio', detail)
  if (/out of memory/i.test(message ?? '')) return new AsrError('out_of_memory', detail)
  return new AsrError(status === 504 ? 'timeout' : 'engine_error', detail)
}

function unavailable(code: string | null | undefined, detail: string): AsrError {
  if (code?.includes('loading')) return new AsrError('loading', detail)
  if (code?.includes('model_missing') || code?.includes('model_not_found'))
    return new AsrError('model_missing', detail)
  if (code?.includes('checksum')) return new AsrError('checksum', detail)
  if (code?.includes('memory')) return new AsrError('out_of_memory', detail)
  if (code?.includes('engine')) return new AsrError('engine_error', detail)
  return new AsrError('busy', detail)
}
