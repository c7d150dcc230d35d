import type { Language } from '../../../app/i18n/languages.ts'
import type { SentWords } from '../../../app/notice/sent/sent-words.ts'

/** By which digital post knows whoever sends: Statistics Sweden's code of the municipality, and its organisation number. */
export type PostSender = { code: string; organisationNumber: string }

export type Outgoing = {
  /** Goes along, the same at each try: as Message-ID, as topic of a push, in the address of the receipt. */
  deliveryId: string
  /** Of digital post the person's own number, twelve digits. */
  address: string
  /** Null where the municipality sends no digital post. */
  postSender: PostSender | null
  words: SentWords
  language: Language
  /** Where a gateway tells how it went; null where nobody would listen. */
  receiptAddress: string | null
}

/**
 * `bounced`: the address takes nothing, whoever sends. `failed`: nothing is known of the address. `maybeSent`: it broke off after the
 * message may have been taken. `isAway`: no other message would go either. A fault is a code: never an address or an answer's words.
 */
export type SendOutcome =
  | { outcome: 'sent' }
  | { outcome: 'bounced'; because: 'bounced' | 'gone' }
  | { outcome: 'failed'; fault: string; maybeSent: boolean; isAway: boolean }

export type Send = (outgoing: Outgoing, signal: AbortSignal) => Promise<SendOutcome>

/** A code of at most 40 letters and digits, as it is stored. */
export function faultOf(...parts: unknown[]): string {
  const text = parts
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join('_')
    .replace(/[^A-Za-z0-9_]/g, '')
  return text.slice(0, 40) || 'unknown'
}

const unconnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL)/

/** Whether no connection was made, so that nothing was said on it. By a list: what is not known may have been sent. */
export function isUnconnected(error: unknown): boolean {
  const { code = '', syscall } = error as { code?: string; syscall?: string }
  // Several: each address of the host was tried.
  return unconnected.test(code) || syscall === 'connect' || error instanceof AggregateError
}
