import { contextTag, plainContextTag, tags } from './der-form.ts'
import { bytesOfBits, oidOf, timeOf } from './der-values.ts'
import { Fields, onlyChildOf, onlyValueOf, readDer, valuesOf, type Der } from './der.ts'
import { readExtensionList, type Extension } from './extension-list.ts'
import { refuse } from './refusal.ts'

/** A basic OCSP answer about one certificate (RFC 6960, 4.2.1), read whole. */
export type OcspResponse = {
  signed: Buffer
  algorithm: Der
  signature: Buffer
  /** The responder's certificate, unless the issuer answered for itself. */
  responder: Buffer | undefined
  responderId: Der
  producedAt: Date
  certificateId: { hash: string; issuerName: Buffer; issuerKey: Buffer; serialNumber: Buffer }
  status: 'good' | 'revoked' | 'unknown'
  thisUpdate: Date
  nextUpdate: Date | undefined
  extensions: Extension[]
}

const successful = Buffer.from([tags.enumerated, 1, 0])
const basic = '1.3.6.1.5.5.7.48.1.1'
const statuses: Partial<Record<number, OcspResponse['status']>> = {
  [plainContextTag(0)]: 'good',
  [contextTag(1)]: 'revoked',
  [plainContextTag(2)]: 'unknown',
}

export function readOcspResponse(bytes: Buffer): OcspResponse {
  const outer = new Fields(readDer(bytes))
  if (!outer.take(tags.enumerated).raw.equals(successful)) refuse('unsuccessful')
  const typed = new Fields(onlyChildOf(outer.take(contextTag(0))))
  outer.end()
  if (oidOf(typed.take(tags.oid)) !== basic) refuse('type')
  const answer = new Fields(readDer(typed.take(tags.octetString).content))
  typed.end()

  const body = answer.take(tags.sequence)
  const algorithm = answer.take(tags.sequence)
  const signature = bytesOfBits(answer.take(tags.bitString))
  const certificates = answer.maybe(contextTag(0))
  answer.end()
  const responder = certificates && onlyValueOf(onlyChildOf(certificates)).raw
  return { signed: body.raw, algorithm, signature, responder, ...readBody(body) }
}

function readBody(body: Der) {
  const fields = new Fields(body)
  const responderId = fields.any()
  const producedAt = timeOf(fields.take(tags.generalizedTime))
  const single = readSingle(onlyValueOf(fields.take(tags.sequence)))
  const extensions = readExtensions(fields.maybe(contextTag(1)))
  fields.end()
  return { responderId, producedAt, ...single, extensions: [...single.extensions, ...extensions] }
}

function readSingle(single: Der) {
  const fields = new Fields(single)
  const certificateId = readCertificateId(fields.take(tags.sequence))
  const status = readStatus(fields.any())
  const thisUpdate = timeOf(fields.take(tags.generalizedTime))
  const next = fields.maybe(contextTag(0))
  const nextUpdate = next && timeOf(onlyChildOf(next))
  const extensions = readExtensions(fields.maybe(contextTag(1)))
  fields.end()
  return { certificateId, status, thisUpdate, nextUpdate, extensions }
}

function readStatus(value: Der): OcspResponse['status'] {
  const status = statuses[value.tag] ?? refuse('status')
  if (status !== 'revoked' && value.content.length > 0) refuse('der')
  return status
}

function readCertificateId(value: Der): OcspResponse['certificateId'] {
  const fields = new Fields(value)
  const algorithm = fields.take(tags.sequence)
  const [issuerName, issuerKey] = [
    fields.take(tags.octetString).content,
    fields.take(tags.octetString).content,
  ]
  const serialNumber = fields.take(tags.integer).raw
  fields.end()
  return { hash: oidOf(valuesOf(algorithm)[0] ?? refuse('der')), issuerName, issuerKey, serialNumber }
}

function readExtensions(field: Der | undefined): Extension[] {
  return field ? readExtensionList(onlyChildOf(field)) : []
}
