import { manifestName, readManifest, type Manifest } from './manifest.ts'
import { itemsIn, referenceIn, type PdfEntries } from './pdf-object.ts'
import { entriesOf } from './pdf-update.ts'
import { refuse } from './refusal.ts'
import { sha256 } from './seal-form.ts'
import type { Sealed } from './sealed.ts'

export type Parts = { manifest: Manifest; bytesOf: (name: string) => Buffer }

/** What was attached when the package was sealed: exactly the parts that its list of contents names. */
export function readParts({ update, catalog }: Sealed): Parts {
  const files = new Map<string, Buffer>()
  for (const item of itemsIn(catalog, 'AF')) {
    // The document's own attachments lie in the frozen bytes.
    if (item.kind !== 'reference' || !update.objects.has(item.object)) continue
    const file = entriesOf(update, item.object)
    const name = file.get('UF')
    const embedded = file.get('EF')
    if (name?.kind !== 'string' || embedded?.kind !== 'dictionary') refuse('package-parts')
    const text = name.bytes.toString('latin1')
    if (files.has(text)) refuse('package-parts')
    files.set(text, streamOf(update.objects, embedded.entries))
  }
  const manifest = readManifest(files.get(manifestName) ?? refuse('package-manifest'))
  files.delete(manifestName)
  const names = manifest.parts.map(({ name }) => name)
  if (names.join('\n') !== [...files.keys()].join('\n')) refuse('package-parts')
  for (const { name, bytes, sha256: hash } of manifest.parts) {
    const found = files.get(name)!
    if (found.length !== bytes || sha256(found).toString('hex') !== hash) refuse('package-part-bytes')
  }
  return { manifest, bytesOf: (name) => files.get(name) ?? refuse('package-parts') }
}

function streamOf(objects: Sealed['update']['objects'], embedded: PdfEntries): Buffer {
  const object = objects.get(referenceIn(embedded, 'F'))
  const isPlain = object?.value.kind === 'dictionary' && !object.value.entries.has('Filter')
  return isPlain && object.stream ? object.stream : refuse('package-parts')
}

/** @param start where the seal's update begins, after the frozen bytes and the line's end that they may lack */
export function checkDocument(file: Buffer, start: number, { document }: Manifest): void {
  const { bytes, sha256: hash } = document
  const needsEnd = file[bytes - 1] !== 0x0a && file[bytes - 1] !== 0x0d
  if (start !== bytes + (needsEnd ? 1 : 0) || (needsEnd && file[bytes] !== 0x0a)) refuse('document-length')
  if (sha256(file.subarray(0, bytes)).toString('hex') !== hash) refuse('document-hash')
}
