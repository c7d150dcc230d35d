import { PDF, PdfArray, PdfDict, PdfName, PdfStream, type PdfRef } from '@libpdf/core'
import type { Certificate } from '../verifier/certificate.ts'
import { readSealCms } from '../verifier/cms.ts'
import { readSealed } from '../verifier/sealed.ts'
import { certificatesOfToken } from '../verifier/time-stamp-token.ts'
import { saveWithRoom } from './signature-field.ts'
import { fetchTimeStamp, type TimeStampService } from './time-stamp-client.ts'

/**
 * Lets a package outlive its certificates (PAdES B-LTA): what is needed to judge its last signature is put in, then a
 * time stamp over all of it. To be done before the certificate of that signature's time stamp ends.
 * @param roots of seals
 */
export async function renewSeal(
  sealed: Buffer,
  roots: readonly Certificate[],
  service: TimeStampService,
  now: Date,
): Promise<Buffer> {
  const pdf = await PDF.load(sealed, { lenient: false })
  const hindrance = pdf.canSaveIncrementally()
  if (hindrance) throw new Error(`the package cannot be appended to: ${hindrance}`)
  addToStore(pdf, [...certificatesOfLast(sealed), ...roots, ...service.roots])
  const fields = pdf.getForm()?.getFields().length ?? 0
  const room = await saveWithRoom(pdf, {
    name: `Renewal ${fields}`,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
  })
  return room.fill(await fetchTimeStamp(room.digest, service, now))
}

function certificatesOfLast(sealed: Buffer): Certificate[] {
  const { kind, contents } = readSealed(sealed)
  if (kind === 'DocTimeStamp') return certificatesOfToken(contents)
  const { certificates, token } = readSealCms(contents)
  return [...certificates, ...(token ? certificatesOfToken(token) : [])]
}

/** The document security store (ISO 32000-2, 12.8.4.3): what it had stays, each certificate once. */
function addToStore(pdf: PDF, certificates: readonly Certificate[]): void {
  const catalog = pdf.getCatalog()
  const at = catalog.getRef('DSS')
  const store = at && pdf.getObject(at)
  const kept = store instanceof PdfDict ? [...(store.getArray('Certs') ?? [])] : []
  const known = new Set(kept.map((ref) => hexOf(pdf.getObject(ref as PdfRef))))
  const added: PdfRef[] = []
  for (const { raw } of certificates) {
    const hex = raw.toString('hex')
    if (known.has(hex)) continue
    known.add(hex)
    added.push(pdf.register(new PdfStream(new PdfDict(), raw)))
  }
  const all = new PdfArray([...kept, ...added])
  catalog.set('DSS', pdf.register(PdfDict.of({ Type: PdfName.of('DSS'), Certs: all })))
}

function hexOf(object: unknown): string {
  return object instanceof PdfStream ? Buffer.from(object.getDecodedData()).toString('hex') : ''
}
