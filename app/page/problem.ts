import { data } from '@remix-run/node'

/** Texts are in locales under ui:problem. */
export type Problem =
  | { problem: 'notFound' }
  | { problem: 'unavailable' }
  | { problem: 'sessionEnded'; action: string; kept: [name: string, value: string][] }

/** The same answer for "does not exist", "not yours" and "not an id", except for the request id. Thrown by routes. */
export function notFound() {
  return data({ problem: 'notFound' } satisfies Problem, 404)
}

/** The database does not answer, and nothing was saved. */
export function unavailable() {
  return data({ problem: 'unavailable' } satisfies Problem, { status: 503, headers: { 'Retry-After': '10' } })
}
