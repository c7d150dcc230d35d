import { PDF, PdfRef } from '@libpdf/core'
import { activeContent } from './active-content.ts'
import { mostUploadBytes } from './upload-limit.ts'
import { UploadRefusal } from './upload-refusal.ts'

export type SeenPdf = {
  pages: number
  /** When it is not, screen readers get letters without order: its page needs the text too. */
  isTagged: boolean
  /** As the file says, BCP 47. */
  language: string | null
}

const mostObjects = 500_000

/** A finished PDF as we can keep and sign it. Slow and hungry for what is made to be so: see inspect-upload.ts. @throws UploadRefusal */
export async function lookInside(bytes: Uint8Array): Promise<SeenPdf> {
  if (bytes.length > mostUploadBytes) throw new UploadRefusal('tooLarge')
  if (!isPdf(bytes)) throw new UploadRefusal('notPdf')
  const pdf = await opened(bytes)
  if (pdf.isEncrypted) throw new UploadRefusal('encrypted')
  try {
    return seen(pdf)
  } catch (error) {
    throw error instanceof UploadRefusal ? error : new UploadRefusal('broken')
  }
}

function seen(pdf: PDF): SeenPdf {
  refuseActive(pdf)
  // A seal is written behind the file, which stays as it came.
  if (pdf.canSaveIncrementally() !== null) throw new UploadRefusal('broken')
  const find = (ref: PdfRef) => pdf.getObject(ref)
  const catalog = pdf.getCatalog()
  const form = catalog.getDict('AcroForm', find)
  if ((form?.getArray('Fields', find)?.length ?? 0) > 0) throw new UploadRefusal('form')
  const pages = pdf.getPageCount()
  if (pages === 0) throw new UploadRefusal('noPages')
  return {
    pages,
    isTagged:
      catalog.getDict('MarkInfo', find)?.getBool('Marked', find)?.value === true &&
      catalog.getDict('StructTreeRoot', find) !== undefined,
    language: catalog.getString('Lang', find)?.asString() ?? null,
  }
}

/** Every object is looked at, used by a page or not: which are used is for each reader's program to say. */
function refuseActive(pdf: PDF): void {
  const last = pdf.context.registry.nextObjectNumber - 1
  if (last > mostObjects) throw new UploadRefusal('tooHeavy')
  const find = (ref: PdfRef) => pdf.getObject(ref)
  for (let number = 1; number <= last; number++) {
    const rule = activeContent(find(PdfRef.of(number, 0)), find)
    if (rule) throw new UploadRefusal(rule)
  }
  const rule = activeContent(pdf.context.info.trailer, find)
  if (rule) throw new UploadRefusal(rule)
}

async function opened(bytes: Uint8Array): Promise<PDF> {
  try {
    return await PDF.load(bytes, { lenient: false })
  } catch (error) {
    throw new UploadRefusal(saysEncrypted(error) ? 'encrypted' : 'broken')
  }
}

const saysEncrypted = (error: unknown) => error instanceof Error && /encrypt|password/i.test(error.message)

/** From its first byte to its last mark: what stands before or behind is read by one program and not by another. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const tail = Buffer.from(bytes.subarray(-16)).toString('latin1')
  return /^%PDF-[12]\.\d[\r\n]/.test(head) && /%%EOF\s*$/.test(tail)
}
