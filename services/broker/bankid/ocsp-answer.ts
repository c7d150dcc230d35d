import { hash, sign } from 'node:crypto'
import { readCertificate } from '../../../app/signing/verifier/certificate.ts'
import { contextTag, plainContextTag, tags } from '../../../app/signing/verifier/der-form.ts'
import {
  bitString,
  explicit,
  generalizedTime,
  nothing,
  octetString,
  oid,
  sequence,
  write,
} from '../../../app/signing/verifier/der-writer.ts'
import type { Keyed } from './authority.ts'
import { rsaSha256 } from './certificate-writer.ts'

export type OcspAnswer = {
  leaf: Buffer
  issuer: Buffer
  /** The one that answers: the issuer itself sends no certificate along. */
  responder: Keyed
  isRevoked: boolean
  producedAt: Date
  nonce: Buffer
}

const sha1 = sequence(oid('1.3.14.3.2.26'), nothing)

/** A basic OCSP answer about one certificate (RFC 6960, 4.2.1). */
export function writeOcspAnswer(answer: OcspAnswer): Buffer {
  const responder = readCertificate(answer.responder.certificate)
  const producedAt = generalizedTime(answer.producedAt)
  const single = sequence(certificateId(answer), statusOf(answer), producedAt)
  const nonce = sequence(oid('1.3.6.1.5.5.7.48.1.2'), octetString(octetString(answer.nonce)))
  const body = sequence(
    explicit(2, octetString(sha1Of(responder.keyBytes))),
    producedAt,
    sequence(single),
    explicit(1, sequence(nonce)),
  )
  const isIssuer = responder.raw.equals(answer.issuer)
  const basic = sequence(
    body,
    rsaSha256,
    bitString(sign('sha256', body, answer.responder.key)),
    ...(isIssuer ? [] : [explicit(0, sequence(responder.raw))]),
  )
  const typed = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))
  return sequence(write(tags.enumerated, Buffer.from([0])), explicit(0, typed))
}

function certificateId({ leaf, issuer }: OcspAnswer): Buffer {
  const { subject, keyBytes } = readCertificate(issuer)
  const { serialNumber } = readCertificate(leaf)
  return sequence(sha1, octetString(sha1Of(subject)), octetString(sha1Of(keyBytes)), serialNumber)
}

function statusOf({ isRevoked, producedAt }: OcspAnswer): Buffer {
  return isRevoked ? write(contextTag(1), generalizedTime(producedAt)) : write(plainContextTag(0))
}

function sha1Of(bytes: Buffer): Buffer {
  return hash('sha1', bytes, 'buffer')
}
