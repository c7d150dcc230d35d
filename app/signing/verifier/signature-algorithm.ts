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
type Kind = 'rsa' | 'ec'
const curves = ['prime256v1', 'secp384r1', 'secp521r1']

/** Whether the key made the signature in the way that the identifier says. Refuses ways that are not of today. */
export function isSignedBy(key: KeyObject, identifier: Der, signed: Buffer, signature: Buffer): boolean {
  const algorithm = algorithms.find((known) => known.identifier.equals(identifier.raw))
  if (!isStrong(key)) refuse('key')
  if (algorithm?.key !== kindOf(key)) refuse('algorithm')
  return verify(algorithm.hash, signed, key, signature)
}

export function isStrong(key: KeyObject): boolean {
  return kindOf(key) !== null
}

// What a key is takes as long to ask as a signature to verify.
const kinds = new WeakMap<KeyObject, Kind | null>()

/** RSA of at least 2,048 bits, or a curve of NIST; null when it is weaker. */
export function kindOf(key: KeyObject): Kind | null {
  const known = kinds.get(key)
  if (known !== undefined) return known
  const { asymmetricKeyType: type, asymmetricKeyDetails: { modulusLength = 0, namedCurve = '' } = {} } = key
  const isRsa = type === 'rsa' && modulusLength >= 2048
  const kind = isRsa ? 'rsa' : type === 'ec' && curves.includes(namedCurve) ? 'ec' : null
  kinds.set(key, kind)
  return kind
}
