import { readCertificate, type Certificate } from './certificate.ts'
import { contextTag, tags } from './der-form.ts'
import { oidOf } from './der-values.ts'
import { integer } from './der-writer.ts'
import { childrenOf, Fields, onlyChildOf, readDer, type Der } from './der.ts'
import { refuse } from './refusal.ts'
import { ids } from './seal-form.ts'
import { hashNamed } from './stamped-facts.ts'

/** The parts of a time-stamp token (RFC 3161, 2.4.2), none of them judged yet. */
export type Token = {
  facts: Buffer
  certificates: Certificate[]
  signer: Der
  hash: string
  attributes: Der
  algorithm: Der
  signature: Buffer
}

export const stampedFacts = '1.2.840.113549.1.9.16.1.4'

/** The certificates that came with a token. */
export function certificatesOfToken(token: Buffer): Certificate[] {
  return readToken(token).certificates
}

export function readToken(token: Buffer): Token {
  const outer = new Fields(readDer(token))
  const isSignedData = outer.take(tags.oid).raw.equals(ids.signedData)
  const signedData = new Fields(onlyChildOf(outer.take(contextTag(0))))
  outer.end()
  const isVersion3 = signedData.take(tags.integer).raw.equals(integer(3))
  const hashes = signedData.take(tags.set)
  const content = new Fields(signedData.take(tags.sequence))
  const isFacts = oidOf(content.take(tags.oid)) === stampedFacts
  const facts = onlyChildOf(content.take(contextTag(0)))
  content.end()
  const certificates = childrenOf(signedData.take(contextTag(0))).map(({ raw }) => readCertificate(raw))
  const signerInfo = new Fields(onlyChildOf(signedData.take(tags.set)))
  signedData.end()
  const isVersion1 = signerInfo.take(tags.integer).raw.equals(integer(1))
  const signer = signerInfo.take(tags.sequence)
  const hash = signerInfo.take(tags.sequence)
  const attributes = signerInfo.take(contextTag(0))
  const algorithm = signerInfo.take(tags.sequence)
  const signature = signerInfo.take(tags.octetString).content
  signerInfo.end()
  const isOneHash = onlyChildOf(hashes).raw.equals(hash.raw)
  if (!isSignedData || !isVersion3 || !isFacts || !isVersion1 || !isOneHash) refuse('time-stamp-form')
  if (facts.tag !== tags.octetString) refuse('time-stamp-form')
  return {
    facts: facts.content,
    certificates,
    signer,
    hash: hashNamed(hash),
    attributes,
    algorithm,
    signature,
  }
}
