type ErrorOf = {
  status: number
  code: string
  message: string
  param?: string
  retryAfter?: number
}

/** https://platform.openai.com/docs/guides/error-codes */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly param: string | null
  readonly retryAfter: number | null

  constructor({ status, code, message, param, retryAfter }: ErrorOf) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.param = param ?? null
    this.retryAfter = retryAfter ?? null
  }

  get body() {
    const { message, param, code } = this
    return { error: { message, type: typeOf(this.status), param, code } }
  }
}

export function badRequest(code: string, message: string, param?: string): ApiError {
  return new ApiError({ status: 400, code, message, ...(param && { param }) })
}

/** As it is answered: what is not for the client becomes one sentence, and goes to the log without what was said. */
export function apiErrorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  console.error(`transcription failed: ${error instanceof Error ? error.message : 'unknown'}`)
  return new ApiError({
    status: 500,
    code: 'engine_error',
    message: 'The recording could not be transcribed.',
  })
}

function typeOf(status: number): string {
  if (status === 401) return 'authentication_error'
  if (status === 429) return 'rate_limit_error'
  return status < 500 ? 'invalid_request_error' : 'server_error'
}
