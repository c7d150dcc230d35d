import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { AnswerRefused } from './limited-fetch.ts'

/** `detail` is logged: protocol codes and claim names, never values. */
export type Refusal = { refused: 'cancelled' | 'levelTooLow' | 'brokerAway' | 'failed'; detail: string }

export class SignInRefused extends Error {
  readonly refusal: Refusal
  constructor(refused: Refusal['refused'], detail: string) {
    super(`sign-in refused: ${detail}`)
    this.name = 'SignInRefused'
    this.refusal = { refused, detail }
  }
}

// Swedish OpenID Connect Profile 1.0, 2.3: cancelled and failed are both access_denied.
const answers: Partial<Record<string, Refusal['refused']>> = {
  access_denied: 'cancelled',
  unmet_authentication_requirements: 'levelTooLow',
  temporarily_unavailable: 'brokerAway',
  server_error: 'brokerAway',
}

/** Undefined when the fault is ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof SignInRefused) return error.refusal
  if (error instanceof AuthorizationResponseError) {
    return { refused: answers[error.error] ?? 'failed', detail: `authorization ${code(error.error)}` }
  }
  if (error instanceof ResponseBodyError) return { refused: 'failed', detail: `token ${code(error.error)}` }
  if (error instanceof WWWAuthenticateChallengeError)
    return { refused: 'failed', detail: `challenge ${error.status}` }
  const silence = causes(error).find((cause) => cause instanceof AnswerRefused)
  if (silence) {
    return {
      refused: silence.reason === 'silent' ? 'brokerAway' : 'failed',
      detail: `answer ${silence.reason}`,
    }
  }
  return error instanceof ClientError ? ofLibrary(error) : undefined
}

function ofLibrary(error: ClientError): Refusal {
  const { code = 'unknown' } = error
  const response = causes(error).find((cause) => cause instanceof Response)
  const refused = response && response.status >= 500 ? 'brokerAway' : 'failed'
  const named = causes(error).flatMap((cause) => {
    const { claim, attribute } = cause as { claim?: unknown; attribute?: unknown }
    return [claim, attribute].filter((name) => typeof name === 'string')
  })
  return { refused, detail: [code, ...named].join(' ') }
}

function causes(error: unknown): object[] {
  const found: object[] = []
  for (let next = error; typeof next === 'object' && next !== null && found.length < 6;) {
    found.push(next)
    next = (next as { cause?: unknown }).cause
  }
  return found
}

// The broker chooses this text, so only a protocol code is logged.
function code(text: string): string {
  return /^[a-z_]{1,50}$/.test(text) ? text : 'unknown'
}
