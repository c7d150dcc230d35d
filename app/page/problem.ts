import { data } from '@remix-run/node'

type Kept = [name: string, value: string][]

/** Texts are in locales under ui:problem. `door` is where its reader signs in. */
export type Problem =
  | { problem: 'notFound' }
  | { problem: 'unavailable' }
  | { problem: 'tooMany' }
  | { problem: 'sessionEnded'; door: string; action: string; kept: Kept }
  /** The form was drawn for somebody else than who is signed in; null when it held nothing to give back. */
  | { problem: 'otherHolder'; door: string; action: string; sealed: string | null }
  /** The writer is back, and gets what they had written. */
  | { problem: 'textBack'; action: string; kept: Kept }
  /** What it was sent to is not there, or not any more; the words are given back. */
  | { problem: 'notTaken'; kept: string[] }
  /** Something stopped it: the writer gets it back, sealed where it is not known who asks. */
  | {
      problem: 'notSent'
      because: 'unavailable' | 'unexpected'
      action: string
      kept: Kept
      sealed: string | null
    }
  /** A draft was not kept: it is too long, or what it was has been sent. */
  | { problem: 'notKept'; kept: string[] }
  /** Somebody was first, or another tab: `page` shows what stands, the words are given back. */
  | { problem: 'overtaken'; page: string; kept: string[] }
  /** Not kept as a draft: as many are begun as one may have. */
  | { problem: 'tooManyDrafts'; kept: string[] }
  /** A text so long that it did not come whole. */
  | { problem: 'tooLarge' }

/** The same answer for "does not exist", "not yours" and "not an id", except for the request id. Thrown by routes. */
export function notFound() {
  return data({ problem: 'notFound' } satisfies Problem, 404)
}

/** As {@link notFound}, for what somebody wrote at length: nothing of it is lost. */
export function notTaken(...texts: readonly string[]) {
  const kept = texts.filter(Boolean)
  return kept.length > 0 ? data({ problem: 'notTaken', kept } satisfies Problem, 404) : notFound()
}

export function notKept(text: string) {
  return data({ problem: 'notKept', kept: [text] } satisfies Problem, 409)
}

export function overtaken(page: string, text: string) {
  return data({ problem: 'overtaken', page, kept: [text] } satisfies Problem, 409)
}

export function tooManyDrafts(texts: readonly string[]) {
  return data({ problem: 'tooManyDrafts', kept: texts.filter(Boolean) } satisfies Problem, 409)
}

/** As the gate answers a form of that size: what a browser holds is whole, what came is not. */
export function tooLarge() {
  return data({ problem: 'tooLarge' } satisfies Problem, 413)
}

/** The same thing was begun too often in a quarter of an hour, and was not begun again. */
export function tooMany() {
  return data({ problem: 'tooMany' } satisfies Problem, { status: 429, headers: { 'Retry-After': '900' } })
}

/** The database does not answer, and nothing was saved. */
export function unavailable() {
  return data({ problem: 'unavailable' } satisfies Problem, { status: 503, headers: { 'Retry-After': '10' } })
}
