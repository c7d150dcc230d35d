import { createHash, verify } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { isValidAt, pathToRoot, isIssuedBy } from './certificate-path.ts'
import { tags } from './der-form.ts'
import { childrenOf, Fields, onlyChildOf, type Der } from './der.ts'
import { oidOf } from './der-values.ts'
import { sequence } from './der-writer.ts'
import { refuse } from './refusal.ts'
import { isStrong } from './signature-algorithm.ts'
import { hashNamed, readStampedFacts, type StampedFacts } from './stamped-facts.ts'
import { readToken, stampedFacts, type Token } from './time-stamp-token.ts'

export type TimeStamp = StampedFacts & { certificate: Certificate }

const purpose = '1.3.6.1.5.5.7.3.8'
const certificateReferences = { '1.2.840.113549.1.9.16.2.47': 'sha256', '1.2.840.113549.1.9.16.2.12': 'sha1' }
const certificateReferenceIds = Object.keys(certificateReferences) as (keyof typeof certificateReferences)[]

/**
 * What a time-stamp token (RFC 3161) says about these bytes.
 * @param imprint SHA-256 of what was stamped
 * @param at when the token is believed: now, or when a later stamp covered it
 * @throws Refusal by the rule that was broken
 */
export function judgeTimeStamp(
  token: Buffer,
  imprint: Buffer,
  roots: readonly Certificate[],
  at: Date,
): TimeStamp {
  const parts = readToken(token)
  const facts = readStampedFacts(parts.facts)
  if (!facts.imprint.equals(imprint)) refuse('time-stamp-imprint')
  const signer = signerOf(parts)
  checkAttributes(parts, signer)
  checkSignature(parts, signer)
  const { extendedKeyUsage, isAuthority } = signer
  if (extendedKeyUsage.join() !== purpose || isAuthority) refuse('time-stamp-purpose')
  if (facts.at > at || !isValidAt(signer, facts.at)) refuse('time-stamp-time')
  pathToRoot(chainOf(signer, parts.certificates, roots), roots, at)
  return { ...facts, certificate: signer }
}

function signerOf({ certificates, signer }: Token): Certificate {
  const found = certificates.find(({ issuer, serialNumber }) =>
    sequence(issuer, serialNumber).equals(signer.raw),
  )
  return found ?? refuse('time-stamp-certificate')
}

function checkAttributes({ attributes, facts, hash }: Token, signer: Certificate): void {
  const all = childrenOf({ ...attributes, tag: tags.set })
  const found = new Map<string, Der>()
  for (const attribute of all) {
    const fields = new Fields(attribute)
    const id = oidOf(fields.take(tags.oid))
    if (found.has(id)) refuse('time-stamp-form')
    found.set(id, onlyChildOf(fields.take(tags.set)))
    fields.end()
  }
  const type = found.get('1.2.840.113549.1.9.3')
  const digest = found.get('1.2.840.113549.1.9.4')
  if (!type || oidOf(type) !== stampedFacts) refuse('time-stamp-form')
  if (!digest?.content.equals(createHash(hash).update(facts).digest())) refuse('time-stamp-digest')
  const id = certificateReferenceIds.find((id) => found.has(id)) ?? refuse('time-stamp-certificate')
  if (!isReferenceTo(signer, found.get(id)!, certificateReferences[id])) refuse('time-stamp-certificate')
}

// RFC 5816: the first reference is to the signer's certificate; a hash that is not the default stands before it.
function isReferenceTo({ raw }: Certificate, reference: Der, hash: string): boolean {
  const [first = refuse('time-stamp-form')] = childrenOf(
    childrenOf(reference)[0] ?? refuse('time-stamp-form'),
  )
  const fields = new Fields(first)
  const named = fields.maybe(tags.sequence)
  const value = fields.take(tags.octetString).content
  return value.equals(
    createHash(named ? hashNamed(named) : hash)
      .update(raw)
      .digest(),
  )
}

function checkSignature({ attributes, algorithm, signature, hash }: Token, { key }: Certificate): void {
  if (!isStrong(key)) refuse('time-stamp-key')
  const expected = algorithmsOf(key.asymmetricKeyType, hash)
  if (!expected.includes(oidOf(childrenOf(algorithm)[0] ?? refuse('time-stamp-form'))))
    refuse('time-stamp-algorithm')
  const signed = Buffer.from(attributes.raw)
  signed[0] = tags.set
  if (!verify(hash, signed, key, signature)) refuse('time-stamp-signature')
}

function algorithmsOf(type: string | undefined, hash: string): string[] {
  const place = ['sha256', 'sha384', 'sha512'].indexOf(hash)
  if (type === 'ec') return [`1.2.840.10045.4.3.${2 + place}`]
  return ['1.2.840.113549.1.1.1', `1.2.840.113549.1.1.${11 + place}`]
}

function chainOf(
  signer: Certificate,
  certificates: readonly Certificate[],
  roots: readonly Certificate[],
): Certificate[] {
  const chain = [signer]
  const isRoot = ({ raw }: Certificate) => roots.some((root) => root.raw.equals(raw))
  const rest = certificates.filter((certificate) => certificate !== signer && !isRoot(certificate))
  while (rest.length > 0) {
    const next = rest.findIndex((certificate) => isIssuedBy(chain.at(-1)!, certificate))
    if (next === -1) refuse('time-stamp-certificates')
    chain.push(...rest.splice(next, 1))
  }
  return chain
}
