import { tags } from './der-form.ts'
import { oidOf } from './der-values.ts'
import { Fields, valuesOf, type Der } from './der.ts'
import { refuse } from './refusal.ts'

export type Extension = { id: string; isCritical: boolean; value: Buffer }

/** The extensions of a certificate or of an OCSP answer, none of them twice. */
export function readExtensionList(list: Der): Extension[] {
  const extensions = valuesOf(list).map(readExtension)
  if (new Set(extensions.map(({ id }) => id)).size !== extensions.length) refuse('extension')
  return extensions
}

function readExtension(extension: Der): Extension {
  const fields = new Fields(extension)
  const id = oidOf(fields.take(tags.oid))
  const critical = fields.maybe(tags.boolean)
  const { content } = fields.take(tags.octetString)
  fields.end()
  // X.690, 11.5: what is the default is not written.
  if (critical?.content[0] === 0) refuse('der')
  return { id, isCritical: Boolean(critical), value: content }
}
