import { contextTag, tags } from './der-form.ts'
import { oidOf } from './der-values.ts'
import { Fields, onlyChildOf, readDer, valuesOf, type Der } from './der.ts'
import { readExtensionList } from './extension-list.ts'
import { refuse } from './refusal.ts'

// RFC 5280, 4.2.1.3, in the order of their bits.
const usages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
type KeyUsage = (typeof usages)[number]

export type Extensions = {
  keyUsage: ReadonlySet<KeyUsage>
  extendedKeyUsage: readonly string[]
  /** Whoever does not know what the key is for must refuse the certificate. */
  isPurposeCritical: boolean
  policies: readonly string[]
  isAuthority: boolean
  /** How many authorities may stand below this one. */
  pathLength: number
  /** RFC 6960, 4.2.2.2.1: whether this responder was revoked is not asked. */
  hasNoCheck: boolean
}

type Reader = (value: Der, isCritical: boolean) => Partial<Extensions>

const readers: Record<string, Reader> = {
  '2.5.29.15': (value) => ({ keyUsage: usagesOf(value) }),
  '2.5.29.19': readConstraints,
  '2.5.29.32': (value) => ({ policies: valuesOf(value).map((policy) => oidOf(policyIdOf(policy))) }),
  '2.5.29.37': (value, isCritical) => ({
    extendedKeyUsage: valuesOf(value).map(oidOf),
    isPurposeCritical: isCritical,
  }),
  '1.3.6.1.5.5.7.48.1.5': (value) => (value.tag === tags.null ? { hasNoCheck: true } : refuse('der')),
}

/** @param field the explicit field of a certificate that holds its extensions */
export function readExtensions(field: Der): Extensions {
  if (field.tag !== contextTag(3)) refuse('der')
  const found = { keyUsage: new Set(), extendedKeyUsage: [], policies: [] } as Partial<Extensions>
  for (const { id, isCritical, value } of readExtensionList(onlyChildOf(field))) {
    const read = readers[id]
    if (read) Object.assign(found, read(readDer(value), isCritical))
    else if (isCritical) refuse('extension')
  }
  const unsaid = { isAuthority: false, pathLength: Infinity, hasNoCheck: false, isPurposeCritical: false }
  return { ...unsaid, ...found } as Extensions
}

function usagesOf(value: Der): ReadonlySet<KeyUsage> {
  if (value.tag !== tags.bitString) refuse('der')
  const bits = value.content.subarray(1)
  return new Set(usages.filter((_, bit) => (bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))))
}

function readConstraints(value: Der): Partial<Extensions> {
  const fields = new Fields(value)
  const isAuthority = fields.maybe(tags.boolean)
  const length = fields.maybe(tags.integer)
  fields.end()
  if (isAuthority?.content[0] === 0 || (length && (!isAuthority || length.content.length > 1))) refuse('der')
  return { isAuthority: Boolean(isAuthority), ...(length && { pathLength: length.content[0]! }) }
}

function policyIdOf(policy: Der): Der {
  const fields = new Fields(policy)
  const id = fields.take(tags.oid)
  fields.maybe(tags.sequence)
  fields.end()
  return id
}
