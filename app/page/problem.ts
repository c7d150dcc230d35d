import { data } from '@remix-run/node'

/** What a page says when it cannot do what was asked. Texts stand in locales under ui:problem. */
export type Problem =
  | { problem: 'notFound' }
  | { problem: 'unavailable' }
  | { problem: 'sessionEnded'; action: string; kept: [name: string, value: string][] }

/**
 * The one answer for "does not exist", "not yours" and "not an id": the same bytes but for the request id.
 * Thrown by routes.
 */
export function notFound() {
  return data({ problem: 'notFound' } satisfies Problem, 404)
}

/** The database does not answer. Nothing was written; the page asks the reader to try again soon. */
export function unavailable() {
  return data({ problem: 'unavailable' } satisfies Problem, { status: 503, headers: { 'Retry-After': '10' } })
}
