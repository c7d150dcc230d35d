import { goldenMoment, goldenSample, goldenSha256 } from './golden-sample.ts'
import { makePdf } from './make-pdf.ts'

/**
 * A frozen document is made once and never again, but two processes of one release must agree on what it is.
 * @throws Error when this machine writes other bytes than the ones that were looked at
 */
export async function checkPdfMaker(): Promise<void> {
  const { sha256 } = await makePdf(goldenSample, goldenMoment)
  if (sha256 !== goldenSha256) {
    throw new Error(`the PDF maker writes other bytes than it was released with: ${sha256}`)
  }
}
