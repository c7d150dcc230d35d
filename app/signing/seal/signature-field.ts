import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString, type PDF } from '@libpdf/core'
import { sha256 } from '../verifier/seal-form.ts'

/** The bytes of a PDF with room in them for a signature over all the rest. */
export type Room = { bytes: Buffer; digest: Buffer; fill: (signature: Buffer) => Buffer }
type Kind = { name: string; type: 'Sig' | 'DocTimeStamp'; subFilter: string; claimedAt?: Date }

const size = 16_384
const widest = 9_999_999_999
const range = `/ByteRange [0 ${widest} ${widest} ${widest}]`

const numbers = (...values: number[]) => PdfArray.of(...values.map((value) => PdfNumber.of(value)))

/** Adds an invisible field for a signature and saves what has changed since the PDF was read, in one update. */
export async function saveWithRoom(pdf: PDF, kind: Kind): Promise<Room> {
  const page = pdf.getPages()[0]
  if (!page) throw new Error('the PDF has no page')
  const field = PdfDict.of({
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(kind.name),
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    // Printed and locked (ISO 32000-1, 12.5.3); without an area, so that nothing is shown and nothing is to tag.
    F: PdfNumber.of(132),
    Rect: numbers(0, 0, 0, 0),
    P: page.ref,
  })
  addToForm(pdf, pdf.register(field))
  const value = PdfDict.of({
    Type: PdfName.of(kind.type),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of(kind.subFilter),
    ByteRange: numbers(0, widest, widest, widest),
    Contents: new PdfString(new Uint8Array(size), 'hex'),
    ...(kind.claimedAt && { M: PdfString.fromString(dateOf(kind.claimedAt)) }),
  })
  field.set('V', pdf.register(value))
  const bytes = await pdf.save({ incremental: true, compressStreams: false })
  return roomIn(Buffer.from(bytes))
}

function addToForm(pdf: PDF, field: PdfRef): void {
  const catalog = pdf.getCatalog()
  const value = catalog.get('AcroForm')
  const earlier = value instanceof PdfRef ? pdf.getObject(value) : value
  const form = earlier instanceof PdfDict ? earlier.clone() : new PdfDict()
  const fields = form.get('Fields')
  const present = fields instanceof PdfRef ? pdf.getObject(fields) : fields
  form.set('Fields', new PdfArray([...(present instanceof PdfArray ? present : []), field]))
  form.set('SigFlags', PdfNumber.of(3))
  catalog.set('AcroForm', pdf.register(form))
}

function roomIn(bytes: Buffer): Room {
  // The signature's dictionary is the last object that was made.
  const at = bytes.lastIndexOf(range)
  const before = bytes.indexOf('/Contents <', at) + '/Contents '.length
  const after = before + size * 2 + 2
  if (at === -1 || bytes[after - 1] !== 0x3e) throw new Error('the PDF has no room for a signature')
  const numbers = [before, after, bytes.length - after].map((number) => String(number).padEnd(10, ' '))
  bytes.write(`/ByteRange [0 ${numbers.join(' ')}]`, at, 'latin1')
  return {
    bytes,
    digest: sha256(bytes.subarray(0, before), bytes.subarray(after)),
    fill: (signature) => fillRoom(bytes, before, after, signature),
  }
}

/** @param before where the `<` of the room stands; @param after what comes after its `>` */
export function fillRoom(bytes: Buffer, before: number, after: number, signature: Buffer): Buffer {
  const digits = signature.toString('hex')
  const room = after - before - 2
  if (digits.length > room) throw new Error('the signature is larger than its room')
  const filled = Buffer.from(bytes)
  filled.write(digits.padEnd(room, '0'), before + 1, 'latin1')
  return filled
}

function dateOf(moment: Date): string {
  return `D:${moment.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
}
