import { createHash, verify } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { isValidAt, pathToRoot } from './certificate-path.ts'
import { tags } from './der-form.ts'
import { childrenOf, Fields, onlyChildOf, type Der } from './der.ts'
import { oidOf } from './der-values.ts'
import { refuse } from './refusal.ts'
import { isStrong } from './signature-algorithm.ts'
import { hashNamed, readStampedFacts, type StampedFacts } from './stamped-facts.ts'
import { stampedFacts, timeStampToken } from './time-stamp-form.ts'
import { readToken, type Token } from './time-stamp-token.ts'

export type TimeStamp = StampedFacts & { certificate: Certificate }

const purpose = '1.3.6.1.5.5.7.3.8'
const certificateReferences = { '1.2.840.113549.1.9.16.2.47': 'sha256', '1.2.840.113549.1.9.16.2.12': 'sha1' }
const certificateReferenceIds = Object.keys(certificateReferences) as (keyof typeof certificateReferences)[]

/**
 * What a time-stamp token (RFC 3161) says about these bytes. It is written again from its parts and compared, so that no
 * byte stands for nothing.
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
  if (!timeStampToken(parts).equals(token)) refuse('time-stamp-form')
  const facts = readStampedFacts(parts.facts)
  if (!facts.imprint.equals(imprint)) refuse('time-stamp-imprint')
  const signer = parts.certificates[0]!
  checkAttributes(parts, signer)
  checkSignature(parts, signer)
  checkPurpose(signer)
  if (facts.at > at || !isValidAt(signer, facts.at)) refuse('time-stamp-time')
  pathToRoot(parts.certificates, roots, at)
  return { ...facts, certificate: signer }
}

/** For time stamps and nothing else, and said so that nobody overlooks it (RFC 3161, 2.3). */
function checkPurpose({ extendedKeyUsage, isPurposeCritical, isAuthority }: Certificate): void {
  if (extendedKeyUsage.join() !== purpose || isAuthority) refuse('time-stamp-purpose')
  if (!isPurposeCritical) refuse('time-stamp-purpose-critical')
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
  if (!type?.raw.equals(stampedFacts)) refuse('time-stamp-form')
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

function checkSignature({ attributes, signature, hash }: Token, { key }: Certificate): void {
  if (!isStrong(key)) refuse('time-stamp-key')
  const signed = Buffer.from(attributes.raw)
  signed[0] = tags.set
  if (!verify(hash, signed, key, signature)) refuse('time-stamp-signature')
}
