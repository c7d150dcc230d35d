import { hash, randomBytes, sign } from 'node:crypto'
import { contextTag, tags } from '../../../app/signing/verifier/der-form.ts'
import {
  bitString,
  explicit,
  generalizedTime,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  write,
} from '../../../app/signing/verifier/der-writer.ts'
import { readCertificate } from '../../../app/signing/verifier/certificate.ts'
import type { Keyed } from '../bankid/authority.ts'
import type { Query } from './time-stamp-query.ts'

export type Stamper = {
  signer: Keyed
  /** Who issued its certificate, without the root. */ chain: readonly Buffer[]
}
export type Stamped = Query & { at: Date; policy: string }

const ids = {
  signedData: '1.2.840.113549.1.7.2',
  stampedFacts: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}
const sha256Identifier = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing)
const rsa = sequence(oid('1.2.840.113549.1.1.1'), nothing)
const sha256 = (bytes: Buffer) => hash('sha256', bytes, 'buffer')

/** The answer of a time-stamp service (RFC 3161, 2.4.2) that stamps. */
export function writeAnswer(stamped: Stamped, stamper: Stamper): Buffer {
  return sequence(sequence(integer(0)), tokenOf(stamped, stamper))
}

/** The answer of one that does not: a request that it cannot read. */
export function writeRejection(): Buffer {
  // PKIFailureInfo, bit 5: the data has the wrong format.
  return sequence(sequence(integer(2), bitString(Buffer.from([0b0000_0100]), 2)))
}

function tokenOf({ imprint, nonce, at, policy }: Stamped, { signer, chain }: Stamper): Buffer {
  const { issuer, serialNumber, raw } = readCertificate(signer.certificate)
  const facts = sequence(
    integer(1),
    oid(policy),
    sequence(sha256Identifier, octetString(imprint)),
    integer(randomBytes(8)),
    generalizedTime(at),
    // Right to the second.
    sequence(integer(1)),
    ...(nonce ? [write(tags.integer, nonce)] : []),
  )
  const name = sequence(write(contextTag(4), issuer))
  const reference = sequence(sequence(sequence(octetString(sha256(raw)), sequence(name, serialNumber))))
  const attributes = setOf(
    attribute(ids.contentType, oid(ids.stampedFacts)),
    attribute(ids.messageDigest, octetString(sha256(facts))),
    attribute(ids.signingCertificateV2, reference),
  )
  const implicit = Buffer.from(attributes)
  implicit[0] = contextTag(0)
  const signature = octetString(sign('sha256', attributes, signer.key))
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serialNumber),
    sha256Identifier,
    implicit,
    rsa,
    signature,
  )
  const signedData = sequence(
    integer(3),
    setOf(sha256Identifier),
    sequence(oid(ids.stampedFacts), explicit(0, octetString(facts))),
    explicit(0, raw, ...chain),
    setOf(signerInfo),
  )
  return sequence(oid(ids.signedData), explicit(0, signedData))
}

function attribute(id: string, value: Buffer): Buffer {
  return sequence(oid(id), write(tags.set, value))
}
