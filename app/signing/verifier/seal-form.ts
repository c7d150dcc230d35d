import { createHash } from 'node:crypto'
import { contextTag, tags } from './der-form.ts'
import { explicit, integer, nothing, octetString, oid, sequence, setOf, write } from './der-writer.ts'
import type { Certificate } from './certificate.ts'
import { refuse } from './refusal.ts'

export const sha256Identifier = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing)
export const sha256 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export const ids = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  timeStampToken: oid('1.2.840.113549.1.9.16.2.14'),
}
const rsaWithSha256 = sequence(oid('1.2.840.113549.1.1.11'), nothing)
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

export type SealParts = {
  /** The sealer's, then each one's issuer, without the root. */
  certificates: readonly Certificate[]
  digest: Buffer
  signature: Buffer
  token: Buffer | null
}

/** What the key of a seal signs: the attributes of EN 319 142-1, 6.3, and no time, which the seal does not prove. */
export function signedAttributes({
  certificates,
  digest,
}: Pick<SealParts, 'certificates' | 'digest'>): Buffer {
  const { raw, issuer, serialNumber } = certificates[0] ?? refuse('cms-certificates')
  const name = sequence(write(contextTag(4), issuer))
  const reference = sequence(sequence(sequence(octetString(sha256(raw)), sequence(name, serialNumber))))
  return setOf(
    attribute(ids.contentType, ids.data),
    attribute(ids.messageDigest, octetString(digest)),
    attribute(ids.signingCertificateV2, reference),
  )
}

/** The CMS (RFC 5652) of a seal, in the only form that it has: the judge writes it again and compares. */
export function sealCms(parts: SealParts): Buffer {
  const { certificates, signature, token } = parts
  const { key, issuer, serialNumber } = certificates[0] ?? refuse('cms-certificates')
  const attributes = signedAttributes(parts)
  const implicit = Buffer.from(attributes)
  implicit[0] = contextTag(0)
  const signer = sequence(
    integer(1),
    sequence(issuer, serialNumber),
    sha256Identifier,
    implicit,
    key.asymmetricKeyType === 'ec' ? ecdsaWithSha256 : rsaWithSha256,
    octetString(signature),
    ...(token ? [explicit(1, attribute(ids.timeStampToken, token))] : []),
  )
  const signedData = sequence(
    integer(1),
    setOf(sha256Identifier),
    sequence(ids.data),
    explicit(0, ...certificates.map(({ raw }) => raw)),
    setOf(signer),
  )
  return sequence(ids.signedData, explicit(0, signedData))
}

function attribute(id: Buffer, value: Buffer): Buffer {
  return sequence(id, write(tags.set, value))
}
