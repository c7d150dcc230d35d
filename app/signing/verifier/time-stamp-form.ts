import { explicit, integer, nothing, octetString, oid, sequence, setOf } from './der-writer.ts'
import { refuse } from './refusal.ts'
import { ids } from './seal-form.ts'
import { kindOf } from './signature-algorithm.ts'
import type { Token } from './time-stamp-token.ts'

export const stampedFacts = oid('1.2.840.113549.1.9.16.1.4')

const hashes = {
  sha256: sequence(oid('2.16.840.1.101.3.4.2.1'), nothing),
  sha384: sequence(oid('2.16.840.1.101.3.4.2.2'), nothing),
  sha512: sequence(oid('2.16.840.1.101.3.4.2.3'), nothing),
}
// RFC 5754, 3.2 and 3.3: RSA by its key, curves by the hash too.
const rsa = sequence(oid('1.2.840.113549.1.1.1'), nothing)
const ecdsa = {
  sha256: sequence(oid('1.2.840.10045.4.3.2')),
  sha384: sequence(oid('1.2.840.10045.4.3.3')),
  sha512: sequence(oid('1.2.840.10045.4.3.4')),
}
export type StampHash = keyof typeof hashes

/**
 * A time-stamp token (RFC 3161, 2.4.2) in the only form that is kept: services write what no signature covers in ways of
 * their own, and neither the seal nor the stamp would notice if it were written otherwise later.
 */
export function timeStampToken({ facts, certificates, hash, attributes, signature }: Token): Buffer {
  const { issuer, serialNumber, key } = certificates[0] ?? refuse('time-stamp-certificate')
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serialNumber),
    hashes[hash],
    attributes.raw,
    kindOf(key) === 'ec' ? ecdsa[hash] : rsa,
    octetString(signature),
  )
  const signedData = sequence(
    integer(3),
    setOf(hashes[hash]),
    sequence(stampedFacts, explicit(0, octetString(facts))),
    explicit(0, ...certificates.map(({ raw }) => raw)),
    setOf(signerInfo),
  )
  return sequence(ids.signedData, explicit(0, signedData))
}
