import { contextTag, tags } from './der-form.ts'
import { bytesOfBits, timeOf } from './der-values.ts'
import { integer } from './der-writer.ts'
import { Fields, onlyChildOf, readDer, valuesOf, type Der } from './der.ts'
import { readExtensionList, type Extension } from './extension-list.ts'
import { refuse } from './refusal.ts'

/** What an authority has taken back of what it issued (RFC 5280, 5), read whole. */
export type RevocationList = {
  signed: Buffer
  algorithm: Der
  signature: Buffer
  issuer: Buffer
  thisUpdate: Date
  nextUpdate: Date
  /** Serial numbers, as the whole INTEGER. */
  revoked: Buffer[]
  extensions: Extension[]
}

export function readRevocationList(bytes: Buffer): RevocationList {
  const outer = new Fields(readDer(bytes))
  const body = outer.take(tags.sequence)
  const algorithm = outer.take(tags.sequence)
  const signature = bytesOfBits(outer.take(tags.bitString))
  outer.end()

  const fields = new Fields(body)
  const isVersion2 = fields.take(tags.integer).raw.equals(integer(1))
  const isSameAlgorithm = fields.take(tags.sequence).raw.equals(algorithm.raw)
  if (!isVersion2 || !isSameAlgorithm) refuse('list')
  const issuer = fields.take(tags.sequence).raw
  const [thisUpdate, nextUpdate] = [timeOf(fields.any()), timeOf(fields.any())]
  const entries = fields.maybe(tags.sequence)
  const extensions = readExtensions(fields.maybe(contextTag(0)))
  fields.end()
  const read = (entries ? valuesOf(entries) : []).map(readEntry)
  return {
    signed: body.raw,
    algorithm,
    signature,
    issuer,
    thisUpdate,
    nextUpdate,
    revoked: read.map(({ serialNumber }) => serialNumber),
    extensions: [...extensions, ...read.flatMap(({ extensions }) => extensions)],
  }
}

function readEntry(entry: Der): { serialNumber: Buffer; extensions: Extension[] } {
  const fields = new Fields(entry)
  const serialNumber = fields.take(tags.integer).raw
  timeOf(fields.any())
  const extensions = fields.maybe(tags.sequence)
  fields.end()
  return { serialNumber, extensions: extensions ? readExtensionList(extensions) : [] }
}

function readExtensions(field: Der | undefined): Extension[] {
  return field ? readExtensionList(onlyChildOf(field)) : []
}
