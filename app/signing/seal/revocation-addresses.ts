import { plainContextTag, contextTag, tags } from '../verifier/der-form.ts'
import { oidOf } from '../verifier/der-values.ts'
import { childrenOf, Fields, onlyChildOf, readDer, valuesOf, type Der } from '../verifier/der.ts'
import { readExtensionList } from '../verifier/extension-list.ts'
import type { Certificate } from '../verifier/certificate.ts'

/** Where a certificate says that one can ask whether it was taken back; null where it does not say. */
export type RevocationAddresses = { ocsp: string | null; list: string | null }

const authorityAccess = '1.3.6.1.5.5.7.1.1'
const ocspMethod = '1.3.6.1.5.5.7.48.1'
const distributionPoints = '2.5.29.31'
const address = plainContextTag(6)

/** @throws Refusal when what it says cannot be read */
export function revocationAddresses({ signed }: Pick<Certificate, 'signed'>): RevocationAddresses {
  const field = childrenOf(readDer(signed)).find(({ tag }) => tag === contextTag(3))
  const extensions = field ? readExtensionList(onlyChildOf(field)) : []
  const valueOf = (id: string) => extensions.find((extension) => extension.id === id)?.value
  const [access, points] = [valueOf(authorityAccess), valueOf(distributionPoints)]
  return {
    ocsp: access ? firstOf(valuesOf(readDer(access)).map(ocspAddress)) : null,
    list: points ? firstOf(valuesOf(readDer(points)).map(listAddress)) : null,
  }
}

/** RFC 5280, 4.2.2.1. */
function ocspAddress(description: Der): string | null {
  const fields = new Fields(description)
  const method = oidOf(fields.take(tags.oid))
  const location = fields.any()
  return method === ocspMethod && location.tag === address ? httpAddress(location) : null
}

/** RFC 5280, 4.2.1.13: the full name of a point that tells all. */
function listAddress(point: Der): string | null {
  const [name, ...restricted] = valuesOf(point)
  if (name?.tag !== contextTag(0) || restricted.length > 0) return null
  const full = onlyChildOf(name)
  if (full.tag !== contextTag(0)) return null
  return firstOf(childrenOf(full).map((each) => (each.tag === address ? httpAddress(each) : null)))
}

function httpAddress({ content }: Der): string | null {
  const text = content.toString('latin1')
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
}

const firstOf = (addresses: readonly (string | null)[]) => addresses.find((each) => each !== null) ?? null
