import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto'
import {
  bitString,
  certificateTime,
  explicit,
  integer,
  isTrue,
  nothing,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  utf8String,
  write,
} from '../../../app/signing/verifier/der-writer.ts'
import { plainContextTag } from '../../../app/signing/verifier/der-form.ts'

const attributes = {
  country: '2.5.4.6',
  organization: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  givenName: '2.5.4.42',
  surname: '2.5.4.4',
} as const
export type Name = readonly (readonly [keyof typeof attributes, string])[]

export type Extension = Buffer
export type CertificateText = {
  subject: Buffer
  key: KeyObject
  validFrom: Date
  validTo: Date
  extensions: readonly Extension[]
}
export type Issuer = { name: Buffer; key: KeyObject }

export const rsaSha256 = sequence(oid('1.2.840.113549.1.1.11'), nothing)

export function nameOf(name: Name): Buffer {
  const value = (attribute: string, text: string) =>
    attribute === 'country' || attribute === 'serialNumber' ? printableString(text) : utf8String(text)
  return sequence(
    ...name.map(([attribute, text]) => setOf(sequence(oid(attributes[attribute]), value(attribute, text)))),
  )
}

/** An X.509 certificate (RFC 5280) of an RSA key, signed by its issuer. */
export function writeCertificate(text: CertificateText, issuer: Issuer): Buffer {
  const serialNumber = randomBytes(16)
  // Positive, and never with a leading zero to leave out.
  serialNumber[0] = (serialNumber[0]! & 0x3f) | 0x40
  const publicKey = createPublicKey(text.key)
  const body = sequence(
    explicit(0, integer(2)),
    integer(serialNumber),
    rsaSha256,
    issuer.name,
    sequence(certificateTime(text.validFrom), certificateTime(text.validTo)),
    text.subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...text.extensions, keyIdentifier(publicKey), issuerKeyIdentifier(issuer))),
  )
  return sequence(body, rsaSha256, bitString(sign('sha256', body, issuer.key)))
}

/** @param bits of RFC 5280, 4.2.1.3, the first one the highest */
export function keyUsage(bits: string): Extension {
  const value = bitString(Buffer.from([parseInt(bits.padEnd(8, '0'), 2)]), 8 - bits.length)
  return sequence(oid('2.5.29.15'), isTrue, octetString(value))
}

export const isAuthority = sequence(oid('2.5.29.19'), isTrue, octetString(sequence(isTrue)))
export const isNoAuthority = sequence(oid('2.5.29.19'), isTrue, octetString(sequence()))

export function extendedKeyUsage(purposes: readonly string[], isCritical: boolean): Extension {
  const critical = isCritical ? [isTrue] : []
  return sequence(oid('2.5.29.37'), ...critical, octetString(sequence(...purposes.map(oid))))
}

/** By which name a server is asked (RFC 5280, 4.2.1.6). */
export function namesHost(host: string): Extension {
  return sequence(oid('2.5.29.17'), octetString(sequence(write(plainContextTag(2), Buffer.from(host)))))
}

export function policy(id: string): Extension {
  return sequence(oid('2.5.29.32'), octetString(sequence(sequence(oid(id)))))
}

/** Who tells whether it was taken back (RFC 5280, 4.2.2.1). */
export function answersAt(url: string): Extension {
  const location = write(plainContextTag(6), Buffer.from(url))
  const description = sequence(oid('1.3.6.1.5.5.7.48.1'), location)
  return sequence(oid('1.3.6.1.5.5.7.1.1'), octetString(sequence(description)))
}

/** Where its issuer's list of what was taken back is (RFC 5280, 4.2.1.13). */
export function listIsAt(url: string): Extension {
  const name = explicit(0, explicit(0, write(plainContextTag(6), Buffer.from(url))))
  return sequence(oid('2.5.29.31'), octetString(sequence(sequence(name))))
}

export const noCheck = sequence(oid('1.3.6.1.5.5.7.48.1.5'), octetString(nothing))

function keyIdentifier(key: KeyObject): Extension {
  return sequence(oid('2.5.29.14'), octetString(octetString(keyHash(key))))
}

function issuerKeyIdentifier({ key }: Issuer): Extension {
  const identifier = write(plainContextTag(0), keyHash(createPublicKey(key)))
  return sequence(oid('2.5.29.35'), octetString(sequence(identifier)))
}

function keyHash(key: KeyObject): Buffer {
  const { n, e } = key.export({ format: 'jwk' })
  const numbers = [n!, e!].map((number) => integer(Buffer.from(number, 'base64url')))
  return createHash('sha1')
    .update(sequence(...numbers))
    .digest()
}
