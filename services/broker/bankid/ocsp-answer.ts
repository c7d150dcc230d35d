import { hash, sign } from 'node:crypto'
import { certificateIdOf } from '../../../app/signing/seal/fetch-revocation.ts'
import { readCertificate } from '../../../app/signing/verifier/certificate.ts'
import { contextTag, plainContextTag, tags } from '../../../app/signing/verifier/der-form.ts'
import {
  bitString,
  explicit,
  generalizedTime,
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

/** A basic OCSP answer about one certificate (RFC 6960, 4.2.1). */
export function writeOcspAnswer(answer: OcspAnswer): Buffer {
  const producedAt = generalizedTime(answer.producedAt)
  const single = sequence(certificateId(answer), statusOf(answer), producedAt)
  const nonce = sequence(oid('1.3.6.1.5.5.7.48.1.2'), octetString(octetString(answer.nonce)))
  const body = sequence(
    responderId(answer.responder),
    producedAt,
    sequence(single),
    explicit(1, sequence(nonce)),
  )
  return signOcspAnswer(body, answer)
}

export function signOcspAnswer(
  body: Buffer,
  { responder, issuer }: Pick<OcspAnswer, 'responder' | 'issuer'>,
): Buffer {
  const { certificate, key } = responder
  const sent = certificate.equals(issuer) ? [] : [explicit(0, sequence(certificate))]
  const basic = sequence(body, rsaSha256, bitString(sign('sha256', body, key)), ...sent)
  const typed = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))
  return sequence(write(tags.enumerated, Buffer.from([0])), explicit(0, typed))
}

export function responderId({ certificate }: Keyed): Buffer {
  return explicit(2, octetString(sha1Of(readCertificate(certificate).keyBytes)))
}

export function certificateId({ leaf, issuer }: Pick<OcspAnswer, 'leaf' | 'issuer'>): Buffer {
  return certificateIdOf({ leaf: readCertificate(leaf), issuer: readCertificate(issuer) })
}

function statusOf({ isRevoked, producedAt }: OcspAnswer): Buffer {
  return isRevoked ? write(contextTag(1), generalizedTime(producedAt)) : write(plainContextTag(0))
}

function sha1Of(bytes: Buffer): Buffer {
  return hash('sha1', bytes, 'buffer')
}
