import type { errors } from 'oidc-provider'

/** Never holds numbers, names, messages, tokens or query strings. */
export type LogLine = {
  level: 'warn' | 'error'
  issuer: string
  event: string
  error: string
  description?: string | undefined
  detail?: string | undefined
}

export type Log = (line: LogLine) => void

export const logToStderr: Log = (line) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), service: 'broker', ...line })}\n`)
}

export function describeRefusal(issuer: string, event: string, error: errors.OIDCProviderError): LogLine {
  // A parser's message quotes its input, which may be an identity number.
  const detail = error.cause instanceof SyntaxError ? undefined : error.error_detail
  return { level: 'warn', issuer, event, error: error.error, description: error.error_description, detail }
}

/** Without the message, which may hold personal data. */
export function whereItFailed(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [error.name, ...frames.slice(0, 4).map((line) => line.trim())].join(' ')
}
