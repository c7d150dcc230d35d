import { PDF, PdfArray, PdfString } from '@libpdf/core'
import canonicalize from 'canonicalize'
import { readCertificate } from '../verifier/certificate.ts'
import { judgeSealCms } from '../verifier/cms.ts'
import { manifestName, type Manifest } from '../verifier/manifest.ts'
import { readParts } from '../verifier/package-parts.ts'
import { readSealed } from '../verifier/sealed.ts'
import { sealCms, sha256, signedAttributes } from '../verifier/seal-form.ts'
import { appendPage } from './append-page.ts'
import { attach, type Attachment } from './attach.ts'
import type { SealKey } from './seal-key.ts'
import { saveWithRoom } from './signature-field.ts'

export type PackageContents = {
  frozen: Buffer
  /** A tagged PDF that says in words who signed what and when. */
  signaturePage: Buffer
  attachments: readonly Attachment[]
  /** Each signature by the names of the attachments that prove it. */
  signatures: Manifest['signatures']
  /** When what is sealed was recorded: the same contents are sealed with the same bytes. */
  at: Date
}

/**
 * The frozen bytes, and after them one update with the page, the evidence, a list of contents and a seal over it all
 * (PAdES B-B). With an RSA key the same contents give the same bytes.
 * @throws Error when the PDF cannot be appended to
 */
export async function sealPackage(contents: PackageContents, key: SealKey): Promise<Buffer> {
  const { frozen, signaturePage, attachments, at } = contents
  const pdf = await PDF.load(frozen, { lenient: false })
  const hindrance = pdf.canSaveIncrementally()
  if (hindrance) throw new Error(`the PDF cannot be appended to: ${hindrance}`)
  if (pdf.isEncrypted) throw new Error('the PDF is encrypted')
  giveId(pdf, frozen)
  await appendPage(pdf, signaturePage)
  attach(pdf, [...attachments, manifestOf(contents)], at)
  const room = await saveWithRoom(pdf, {
    name: 'Seal',
    type: 'Sig',
    subFilter: 'ETSI.CAdES.detached',
    claimedAt: at,
  })
  if (!room.bytes.subarray(0, frozen.length).equals(frozen)) throw new Error('the frozen bytes were not kept')
  const sealed = room.fill(await sealOver(room.digest, key))
  // What the judge could not read is not sealed.
  readParts(readSealed(sealed))
  return sealed
}

async function sealOver(digest: Buffer, key: SealKey): Promise<Buffer> {
  const certificates = key.certificates.map(readCertificate)
  const signature = await key.sign(signedAttributes({ certificates, digest }))
  const cms = sealCms({ certificates, digest, signature, token: null })
  judgeSealCms(cms, digest)
  return cms
}

function manifestOf({ frozen, attachments, signatures, at }: PackageContents): Attachment {
  const described = ({ name, bytes }: Attachment) => ({ name, ...measured(bytes) })
  const manifest: Manifest = {
    v: 1,
    at: at.toISOString(),
    document: measured(frozen),
    parts: attachments.map(described),
    signatures,
  }
  return {
    name: manifestName,
    mime: 'application/json',
    bytes: Buffer.from(canonicalize(manifest)!),
    relationship: 'Data',
  }
}

const measured = (bytes: Buffer) => ({ bytes: bytes.length, sha256: sha256(bytes).toString('hex') })

/** The library makes an identifier by chance for a PDF that has none; the same seal needs the same one. */
function giveId(pdf: PDF, frozen: Buffer): void {
  const { trailer } = pdf.context.info
  const id = new PdfString(sha256(frozen).subarray(0, 16), 'hex')
  if ((trailer.getArray('ID')?.length ?? 0) < 2) trailer.set('ID', PdfArray.of(id, id))
}
