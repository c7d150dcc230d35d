import { verify, type KeyObject } from 'node:crypto'
import { nothing, oid, sequence } from './der-writer.ts'
import type { Der } from './der.ts'
import { refuse } from './refusal.ts'

const rsa = (arc: number) => sequence(oid(`1.2.840.113549.1.1.${arc}`), nothing)
const ecdsa = (arc: number) => sequence(oid(`1.2.840.10045.4.3.${arc}`))

// RFC 4055, 5 and RFC 5758, 3.2, in the one form each has. SHA-1 is not among them.
const algorithms = [
  { identifier: rsa(11), key: 'rsa', hash: 'sha256' },
  { identifier: rsa(12), key: 'rsa', hash: 'sha384' },
  { identifier: rsa(13), key: 'rsa', hash: 'sha512' },
  { identifier: ecdsa(2), key: 'ec', hash: 'sha256' },
  { identifier: ecdsa(3), key: 'ec', hash: 'sha384' },
  { identifier: ecdsa(4), key: 'ec', hash: 'sha512' },
]
const curves = ['prime256v1', 'secp384r1', 'secp521r1']

/** Whether the key made the signature in the way that the identifier says. Refuses ways that are not of today. */
export function isSignedBy(key: KeyObject, identifier: Der, signed: Buffer, signature: Buffer): boolean {
  const algorithm = algorithms.find((known) => known.identifier.equals(identifier.raw))
  if (!algorithm || algorithm.key !== key.asymmetricKeyType) refuse('algorithm')
  if (!isStrong(key)) refuse('key')
  return verify(algorithm.hash, signed, key, signature)
}

/** RSA of at least 2,048 bits, or a curve of NIST. */
export function isStrong(key: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= 2048
  return key.asymmetricKeyType === 'ec' && curves.includes(namedCurve)
}
