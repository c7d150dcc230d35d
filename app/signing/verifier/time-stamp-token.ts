import { readCertificate, type Certificate } from './certificate.ts'
import { contextTag, tags } from './der-form.ts'
import { childrenOf, Fields, onlyChildOf, readDer, type Der } from './der.ts'
import { refuse } from './refusal.ts'
import { hashNamed } from './stamped-facts.ts'
import type { StampHash } from './time-stamp-form.ts'

/** The parts of a time-stamp token (RFC 3161, 2.4.2), none of them judged yet. */
export type Token = {
  facts: Buffer
  /** In a token that is kept: the service's, then each one's issuer, without the root. */
  certificates: Certificate[]
  /** Issuer and serial number of the certificate that stamped. */
  signer: Der
  hash: StampHash
  attributes: Der
  signature: Buffer
}

/** The certificates that came with a token. */
export function certificatesOfToken(token: Buffer): Certificate[] {
  return readToken(token).certificates
}

/** Reads the parts where a service puts them; how they are written, timeStampToken says. */
export function readToken(token: Buffer): Token {
  const outer = new Fields(readDer(token))
  outer.take(tags.oid)
  const signedData = new Fields(onlyChildOf(outer.take(contextTag(0))))
  outer.end()
  signedData.take(tags.integer)
  signedData.take(tags.set)
  const content = new Fields(signedData.take(tags.sequence))
  content.take(tags.oid)
  const facts = onlyChildOf(content.take(contextTag(0)))
  content.end()
  const certificates = childrenOf(signedData.take(contextTag(0))).map(({ raw }) => readCertificate(raw))
  const signerInfo = new Fields(onlyChildOf(signedData.take(tags.set)))
  signedData.end()
  signerInfo.take(tags.integer)
  const signer = signerInfo.take(tags.sequence)
  const hash = hashNamed(signerInfo.take(tags.sequence))
  const attributes = signerInfo.take(contextTag(0))
  signerInfo.take(tags.sequence)
  const signature = signerInfo.take(tags.octetString).content
  signerInfo.end()
  if (facts.tag !== tags.octetString) refuse('time-stamp-form')
  return { facts: facts.content, certificates, signer, hash, attributes, signature }
}
