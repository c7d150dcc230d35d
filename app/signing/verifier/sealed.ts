import { itemsIn, referenceIn, textIn, type PdfEntries } from './pdf-object.ts'
import { entriesOf, readLastUpdate, type PdfUpdate } from './pdf-update.ts'
import type { PdfValue } from './pdf-value.ts'
import { refuse } from './refusal.ts'
import { sha256 } from './seal-form.ts'

/** A signature of the PDF over everything else in it, up to its own end. */
type Covering = {
  contents: Buffer
  digest: Buffer
  /** Where its room begins, with `<`, and what comes after the `>`. */
  before: number
  after: number
}
/** An update with its signature: the seal, or a later document time stamp. */
export type Sealed = Covering & { kind: Kind; update: PdfUpdate; catalog: PdfEntries; form: PdfEntries }

const dictionaries = {
  Sig: ['ByteRange', 'Contents', 'Filter', 'M', 'SubFilter', 'Type'],
  DocTimeStamp: ['ByteRange', 'Contents', 'Filter', 'SubFilter', 'Type'],
}
const subFilters = { Sig: 'ETSI.CAdES.detached', DocTimeStamp: 'ETSI.RFC3161' }
type Kind = keyof typeof dictionaries

/** The last update of the file, with its last signature, which covers the whole file. */
export function readSealed(file: Buffer): Sealed {
  const update = readLastUpdate(file)
  const catalog = entriesOf(update, referenceIn(update.trailer, 'Root'))
  const form = entriesOf(update, referenceIn(catalog, 'AcroForm'))
  const field = itemsIn(form, 'Fields').at(-1)
  const signature = entriesOf(update, signatureOf(update, field))
  const kind = signature.get('Type')
  if (kind?.kind !== 'name' || !(kind.text === 'Sig' || kind.text === 'DocTimeStamp')) refuse('pdf-signature')
  checkDictionary(signature, kind.text)
  return { kind: kind.text, update, catalog, form, ...coveringOf(file, signature) }
}

/** The number of a field's signature; the field is one that nobody sees. */
export function signatureOf(update: PdfUpdate, field: PdfValue | undefined): number {
  if (field?.kind !== 'reference') refuse('pdf-signature')
  const entries = entriesOf(update, field.object)
  const expected = ['F', 'FT', 'P', 'Rect', 'Subtype', 'T', 'Type', 'V']
  if ([...entries.keys()].toSorted().join() !== expected.join()) refuse('pdf-signature')
  const isInvisible =
    textIn(entries, 'Rect') === '[0 0 0 0]' &&
    textIn(entries, 'F') === '132' &&
    textIn(entries, 'FT') === '/"Sig"' &&
    textIn(entries, 'Subtype') === '/"Widget"'
  if (!isInvisible) refuse('pdf-signature')
  return referenceIn(entries, 'V')
}

function checkDictionary(signature: PdfEntries, kind: Kind): void {
  const isOurs =
    [...signature.keys()].toSorted().join() === dictionaries[kind].join() &&
    textIn(signature, 'Filter') === '/"Adobe.PPKLite"' &&
    textIn(signature, 'SubFilter') === `/"${subFilters[kind]}"`
  if (!isOurs) refuse('pdf-signature')
}

function coveringOf(file: Buffer, signature: PdfEntries): Covering {
  const contents = signature.get('Contents')
  if (contents?.kind !== 'hex') refuse('pdf-signature')
  const { start, end } = contents
  if (textIn(signature, 'ByteRange') !== `[0 ${start} ${end} ${file.length - end}]`) refuse('pdf-whole-file')
  const digest = sha256(file.subarray(0, start), file.subarray(end))
  const bytes = bytesOfContents(file.toString('latin1', start + 1, end - 1))
  return { contents: bytes, digest, before: start, after: end }
}

// Ours have 16 KiB. Each certificate in it costs as much as a signature to verify.
const largestRoom = 64 * 1024

/** The signature in its room: lower-case digits, and zeros after its last byte. */
export function bytesOfContents(digits: string): Buffer {
  if (digits.length > largestRoom * 2) refuse('contents-size')
  if (digits.length % 2 || /[^0-9a-f]/.test(digits)) refuse('contents-digits')
  const bytes = Buffer.from(digits, 'hex')
  const lengthBytes = bytes[1]! < 0x80 ? 0 : bytes[1]! & 0x7f
  if (bytes[0] !== 0x30 || lengthBytes > 3 || bytes.length < 6) refuse('contents-form')
  const length = lengthBytes === 0 ? bytes[1]! : bytes.readUIntBE(2, lengthBytes)
  const end = 2 + lengthBytes + length
  if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) refuse('contents-padding')
  return bytes.subarray(0, end)
}
