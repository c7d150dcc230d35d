import { PDF, PdfArray, PdfDict, PdfName, PdfStream, type PdfRef } from '@libpdf/core'
import type { Certificate } from '../verifier/certificate.ts'
import type { RevocationProof } from '../verifier/revocation.ts'
import { certificatesOf } from '../verifier/sealed-certificates.ts'
import { readSealed } from '../verifier/sealed.ts'
import { saveWithRoom } from './signature-field.ts'
import { fetchTimeStamp, type TimeStampService } from './time-stamp-client.ts'

/**
 * Lets a package outlive its certificates (PAdES B-LTA): what is needed to judge its last signature is put in, then a
 * time stamp over all of it. To be done before the certificate of that signature's time stamp ends.
 * @param roots of seals
 * @param proofs that the certificates of that signature were good (fetch-revocation.ts)
 */
export async function renewSeal(
  sealed: Buffer,
  roots: readonly Certificate[],
  service: TimeStampService,
  now: Date,
  proofs: readonly RevocationProof[] = [],
): Promise<Buffer> {
  const pdf = await PDF.load(sealed, { lenient: false })
  const hindrance = pdf.canSaveIncrementally()
  if (hindrance) throw new Error(`the package cannot be appended to: ${hindrance}`)
  addToStore(pdf, [...certificatesOf(readSealed(sealed)), ...roots, ...service.roots], proofs)
  const fields = pdf.getForm()?.getFields().length ?? 0
  const room = await saveWithRoom(pdf, {
    name: `Renewal ${fields}`,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
  })
  return room.fill(await fetchTimeStamp(room.digest, service, now))
}

/** The document security store (ISO 32000-2, 12.8.4.3): what it had stays, each certificate once. */
function addToStore(
  pdf: PDF,
  certificates: readonly Certificate[],
  proofs: readonly RevocationProof[],
): void {
  const catalog = pdf.getCatalog()
  const at = catalog.getRef('DSS')
  const store = at && pdf.getObject(at)
  const add = (key: string, all: readonly Buffer[]) => {
    const kept = store instanceof PdfDict ? [...(store.getArray(key) ?? [])] : []
    const known = new Set(kept.map((ref) => hexOf(pdf.getObject(ref as PdfRef))))
    const added: PdfRef[] = []
    for (const bytes of all) {
      const hex = bytes.toString('hex')
      if (known.has(hex)) continue
      known.add(hex)
      added.push(pdf.register(new PdfStream(new PdfDict(), bytes)))
    }
    return new PdfArray([...kept, ...added])
  }
  const of = (kind: RevocationProof['kind']) =>
    add(
      kind,
      proofs.flatMap((proof) => (proof.kind === kind ? [proof.bytes] : [])),
    )
  const lists = {
    Certs: add(
      'Certs',
      certificates.map(({ raw }) => raw),
    ),
    OCSPs: of('OCSPs'),
    CRLs: of('CRLs'),
  }
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0)
  const entries = { Type: PdfName.of('DSS'), ...Object.fromEntries(filled) }
  catalog.set('DSS', pdf.register(PdfDict.of(entries)))
}

function hexOf(object: unknown): string {
  return object instanceof PdfStream ? Buffer.from(object.getDecodedData()).toString('hex') : ''
}
