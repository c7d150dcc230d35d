import canonicalize from 'canonicalize'
import { actText } from './act-texts.ts'
import type { SignedRecord } from './visible-text.ts'

/** By which right somebody decides alone: as what, and the decision that gives it. */
export type Authority = { role: 'chair' | 'appointedMember'; mandateId: string; source: string }

export type Intent = SignedRecord & {
  intentId: string
  documentId: string
  /** Keyed hash of the signer's number, in hex. */
  signer: string
  /** Sections of law that the document decides by. */
  laws: readonly string[]
  authority?: Authority
  createdAt: Date
  /** 32 random bytes, in hex. */
  nonce: string
}

/** What is bound to the signature unseen, as canonical JSON (RFC 8785): the same facts give the same bytes. */
export function hiddenDataOf(intent: Intent): string {
  return canonicalize({
    v: 1,
    intentId: intent.intentId,
    purpose: intent.act,
    meaning: actText(intent.act).version,
    documentId: intent.documentId,
    documentVersion: intent.version,
    sha256: intent.sha256,
    pages: intent.pages,
    legalBasis: intent.laws,
    signer: intent.signer,
    ...(intent.authority && {
      role: intent.authority.role,
      authorityRef: { mandateId: intent.authority.mandateId, source: intent.authority.source },
    }),
    createdAt: intent.createdAt.toISOString(),
    nonce: intent.nonce,
  })!
}
