import type { Keyed } from './authority.ts'
import { writeOcspAnswer } from './ocsp-answer.ts'
import { writeSignature, type SignatureText } from './signature-xml.ts'
import { hash, randomBytes } from 'node:crypto'

/** All that an order's answer is made of, before it is made: what a failure changes is one of these. */
export type Draft = SignatureText & {
  issuer: Buffer
  at: Date
  ocsp: {
    isMissing: boolean
    isRevoked: boolean
    producedAt: Date
    responder: Keyed
    nonceOf: (signature: string) => Buffer
  }
  /** Last changes to the document, and to the way it is sent. */
  rewrite: (document: string) => string
  send: (signature: string) => string
}

export type Answer = { signature: string; ocspResponse: string | null; certificate: string }

export function answerTo(draft: Draft): Answer {
  const document = draft.rewrite(writeSignature(draft))
  const signature = draft.send(Buffer.from(document).toString('base64'))
  const leaf = draft.certificates[0]!
  const ocsp = writeOcspAnswer({
    ...draft.ocsp,
    leaf,
    issuer: draft.issuer,
    nonce: draft.ocsp.nonceOf(signature),
  })
  return {
    signature,
    ocspResponse: draft.ocsp.isMissing ? null : ocsp.toString('base64'),
    certificate: leaf.toString('base64'),
  }
}

/** As BankID asks its banks: the SHA-1 of the signature as it is sent, and some chance. */
export function nonceOf(signature: string): Buffer {
  return Buffer.concat([hash('sha1', signature, 'buffer'), randomBytes(8)])
}
