import { makePdf } from '../../app/document/pdf/make-pdf.ts'
import { endPdfMaker } from '../../app/document/pdf/pdf-maker.ts'
import { writtenFrom } from '../support/document-facts.ts'
import { median, quantile } from './median.ts'
import { goals } from './plan.ts'
import { number, type Part } from './report.ts'

const warmUps = 5
const runs = 100

/** A decision of two pages, from its content to the bytes that are frozen, in the process that the portal uses. */
export async function measureDocumentPdf(): Promise<Part> {
  const at = new Date('2026-09-14T16:05:00Z')
  const { blocks, ...decision } = writtenFrom('custodyLvu')
  const timeOf = async (run: number) => {
    // Another child each time: nothing that was made before helps.
    const text = `Det här är beslut nummer ${run}.`
    const begun = performance.now()
    const { pages, bytes } = await makePdf(
      { ...decision, blocks: [...blocks, { kind: 'paragraph', text }] },
      at,
    )
    return { milliseconds: performance.now() - begun, pages, bytes: bytes.length }
  }
  const made: Awaited<ReturnType<typeof timeOf>>[] = []
  try {
    const first = await timeOf(0)
    for (let run = 1; run <= warmUps; run++) await timeOf(run)
    for (let run = 1; run <= runs; run++) made.push(await timeOf(warmUps + run))
    if (made.some(({ pages }) => pages !== 2)) throw new Error('the decision is not two pages')
    const times = made.map(({ milliseconds }) => milliseconds)
    return {
      section: {
        heading: 'A decision as a tagged PDF',
        about:
          'A decision of two pages (LVU 6 §) compiled once and written twice: as PDF/UA-1 to see that everybody can ' +
          `read it, as PDF/A-3a to be kept; ${runs} one after another after ${warmUps} to warm up, each with a text ` +
          'of its own. The first also starts the process.',
        columns: ['median ms', '99th percentile ms', 'first ms', 'kB'],
        rows: [
          [
            number(median(times)),
            number(quantile(times, 0.99)),
            number(first.milliseconds),
            number(median(made.map(({ bytes }) => bytes / 1000))),
          ],
        ],
      },
      checks: [
        {
          name: 'a decision of two pages as a PDF',
          found: median(times),
          limit: goals.pdfMilliseconds,
          rule: 'atMost',
          unit: ' ms',
        },
      ],
    }
  } finally {
    await endPdfMaker()
  }
}
