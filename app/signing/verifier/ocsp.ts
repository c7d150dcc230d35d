import { hash } from 'node:crypto'
import { isIssuedBy, isValidAt } from './certificate-path.ts'
import type { Certificate } from './certificate.ts'
import { contextTag, tags } from './der-form.ts'
import { onlyChildOf, readDer } from './der.ts'
import { readOcspResponse, type OcspResponse } from './ocsp-response.ts'
import { refuse } from './refusal.ts'
import { readSharedCertificate } from './shared-certificate.ts'
import { isSignedBy } from './signature-algorithm.ts'

export type Issued = { leaf: Certificate; issuer: Certificate }
type Asked = Issued & {
  /** When the leaf's key was used. */
  at: Date
  isNonce: (nonce: Buffer) => boolean
}

const ocspSigning = '1.3.6.1.5.5.7.3.9'
const nonceId = '1.3.6.1.5.5.7.48.1.2'
const hashes: Partial<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
}
// The answer is fetched when the key is used, and clocks differ.
const nearInMs = 5 * 60_000

/** Whether the issuer, or whom it has named to answer, said at the moment that the certificate was good. */
export function verifyOcspResponse(bytes: Buffer, asked: Asked): { producedAt: Date } {
  const response = readOcspResponse(bytes)
  checkAnswer(response, asked)
  checkTimes(response, asked.at)
  checkExtensions(response, asked)
  return { producedAt: response.producedAt }
}

/** That whoever may say so says that the certificate is good; whether at the right time is its asker's to judge. */
export function checkAnswer(response: OcspResponse, asked: Issued): void {
  const { algorithm, signed, signature, extensions } = response
  const signer = signerOf(response, asked)
  if (!isNamed(response, signer)) refuse('responder-id')
  if (!isSignedBy(signer.key, algorithm, signed, signature)) refuse('signature')
  if (!isAbout(response, asked)) refuse('certificate-id')
  if (response.status !== 'good') refuse(response.status)
  if (extensions.some(({ id, isCritical }) => isCritical && id !== nonceId)) refuse('extension')
}

/** RFC 6960, 4.2.2.2: the issuer itself, or one whose certificate it issued for this purpose alone. */
function signerOf({ responder, producedAt }: OcspResponse, { issuer }: Issued): Certificate {
  if (!responder) return issuer
  const signer = readSharedCertificate(responder)
  if (!isIssuedBy(signer, issuer)) refuse('responder')
  const { keyUsage, extendedKeyUsage, hasNoCheck, isAuthority } = signer
  const isForOcsp = extendedKeyUsage.length === 1 && extendedKeyUsage[0] === ocspSigning
  if (!isForOcsp || !hasNoCheck || isAuthority || !keyUsage.has('digitalSignature')) refuse('responder-right')
  if (!isValidAt(signer, producedAt)) refuse('responder-time')
  return signer
}

function isNamed({ responderId }: OcspResponse, signer: Certificate): boolean {
  const named = onlyChildOf(responderId)
  if (responderId.tag === contextTag(1)) return named.raw.equals(signer.subject)
  const isKey = responderId.tag === contextTag(2) && named.tag === tags.octetString
  return isKey && named.content.equals(hashOf('sha1', signer.keyBytes))
}

/** Whether it is the answer about this certificate of this issuer. */
export function isAbout({ certificateId }: OcspResponse, { leaf, issuer }: Issued): boolean {
  const name = hashes[certificateId.hash] ?? refuse('certificate-id')
  return (
    certificateId.issuerName.equals(hashOf(name, issuer.subject)) &&
    certificateId.issuerKey.equals(hashOf(name, issuer.keyBytes)) &&
    certificateId.serialNumber.equals(leaf.serialNumber)
  )
}

function checkTimes({ producedAt, thisUpdate, nextUpdate }: OcspResponse, at: Date): void {
  const isNear = (time: Date) => Math.abs(time.getTime() - at.getTime()) <= nearInMs
  if (!isNear(producedAt) || !isNear(thisUpdate) || (nextUpdate && nextUpdate < at)) refuse('time')
}

function checkExtensions({ extensions }: OcspResponse, { isNonce }: Asked): void {
  const [nonce, ...more] = extensions.filter(({ id }) => id === nonceId)
  if (!nonce || more.length > 0) refuse('nonce')
  const value = readDer(nonce.value)
  if (value.tag !== tags.octetString || !isNonce(value.content)) refuse('nonce')
}

function hashOf(name: string, bytes: Buffer): Buffer {
  return hash(name, bytes, 'buffer')
}
