import { createPublicKey, type KeyObject } from 'node:crypto'
import { readExtensions, type Extensions } from './certificate-extensions.ts'
import { contextTag, tags } from './der-form.ts'
import { bytesOfBits, timeOf } from './der-values.ts'
import { integer } from './der-writer.ts'
import { Fields, onlyChildOf, readDer, type Der } from './der.ts'
import { refuse } from './refusal.ts'

/** A certificate of version 3 (RFC 5280), read from its exact bytes. Names stay bytes: they are compared, not shown. */
export type Certificate = Extensions & {
  raw: Buffer
  /** The whole INTEGER, as it stands in what points to this certificate. */
  serialNumber: Buffer
  issuer: Buffer
  subject: Buffer
  validFrom: Date
  validTo: Date
  key: KeyObject
  /** The key without its algorithm: what its hashes are made of. */
  keyBytes: Buffer
  signed: Buffer
  algorithm: Der
  signature: Buffer
}

export function readCertificate(bytes: Buffer): Certificate {
  const outer = new Fields(readDer(bytes))
  const body = outer.take(tags.sequence)
  const algorithm = outer.take(tags.sequence)
  const signature = bytesOfBits(outer.take(tags.bitString))
  outer.end()

  const fields = new Fields(body)
  const isVersion3 = onlyChildOf(fields.take(contextTag(0))).raw.equals(integer(2))
  const serialNumber = fields.take(tags.integer).raw
  const isSameAlgorithm = fields.take(tags.sequence).raw.equals(algorithm.raw)
  if (!isVersion3 || !isSameAlgorithm) refuse('certificate')
  const issuer = fields.take(tags.sequence).raw
  const validity = readValidity(fields.take(tags.sequence))
  const subject = fields.take(tags.sequence).raw
  const key = readKey(fields.take(tags.sequence))
  const extensions = readExtensions(fields.take(contextTag(3)))
  fields.end()
  const signed = body.raw
  return {
    ...extensions,
    ...validity,
    ...key,
    raw: bytes,
    serialNumber,
    issuer,
    subject,
    signed,
    algorithm,
    signature,
  }
}

function readValidity(value: Der): { validFrom: Date; validTo: Date } {
  const fields = new Fields(value)
  const [validFrom, validTo] = [timeOf(fields.any()), timeOf(fields.any())]
  fields.end()
  return { validFrom, validTo }
}

function readKey(value: Der): { key: KeyObject; keyBytes: Buffer } {
  const fields = new Fields(value)
  fields.take(tags.sequence)
  const keyBytes = bytesOfBits(fields.take(tags.bitString))
  fields.end()
  try {
    return { key: createPublicKey({ key: value.raw, format: 'der', type: 'spki' }), keyBytes }
  } catch {
    return refuse('certificate-key')
  }
}
