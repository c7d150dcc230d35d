import { verify } from 'node:crypto'
import { contextTag, tags } from './der-form.ts'
import { childrenOf, Fields, onlyChildOf, readDer, type Der } from './der.ts'
import { readCertificate } from './certificate.ts'
import { refuse } from './refusal.ts'
import { sealCms, signedAttributes, type SealParts } from './seal-form.ts'
import { isStrong } from './signature-algorithm.ts'

/**
 * The parts of a seal's CMS. What was read is written again and compared, so that no byte stands for nothing: not in
 * the parts that no signature covers either.
 * @param digest of all the bytes that the seal covers
 * @throws Refusal by the rule that was broken
 */
export function judgeSealCms(bytes: Buffer, digest: Buffer): SealParts {
  const parts = readSealCms(bytes)
  if (!sealCms({ ...parts, digest }).equals(bytes)) {
    refuse(sealCms(parts).equals(bytes) ? 'seal-digest' : 'seal-form')
  }
  const { key, keyUsage, isAuthority } = parts.certificates[0]!
  if (!isStrong(key)) refuse('seal-key')
  const maySeal = keyUsage.has('nonRepudiation') || keyUsage.has('digitalSignature')
  if (!maySeal || isAuthority) refuse('seal-purpose')
  if (!verify('sha256', signedAttributes(parts), key, parts.signature)) refuse('seal-signature')
  return parts
}

/** Reads the parts where our own form has them; whether anything else is there, the comparison says. */
export function readSealCms(bytes: Buffer): SealParts {
  const outer = new Fields(readDer(bytes))
  outer.take(tags.oid)
  const signedData = new Fields(onlyChildOf(outer.take(contextTag(0))))
  signedData.take(tags.integer)
  signedData.take(tags.set)
  signedData.take(tags.sequence)
  const certificates = childrenOf(signedData.take(contextTag(0))).map(({ raw }) => readCertificate(raw))
  const signer = new Fields(onlyChildOf(signedData.take(tags.set)))
  signer.take(tags.integer)
  signer.take(tags.sequence)
  signer.take(tags.sequence)
  const attributes = childrenOf(signer.take(contextTag(0)))
  signer.take(tags.sequence)
  const signature = signer.take(tags.octetString).content
  const unsigned = signer.maybe(contextTag(1))
  return {
    certificates,
    digest: digestIn(attributes),
    signature,
    token: unsigned ? valueOf(onlyChildOf(unsigned)).raw : null,
  }
}

// The attributes stand in the order of their bytes, of which their lengths come first: content type, digest, certificate.
function digestIn(attributes: readonly Der[]): Buffer {
  const digest = valueOf(attributes[1] ?? refuse('seal-form'))
  return digest.tag === tags.octetString ? digest.content : refuse('seal-form')
}

function valueOf(attribute: Der): Der {
  const fields = new Fields(attribute)
  fields.take(tags.oid)
  return onlyChildOf(fields.take(tags.set))
}
