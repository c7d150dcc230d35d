import { blocksFromSections } from '../../document/content/from-sections'
import { makePdf } from '../../document/pdf/make-pdf'
import { MissingGlyph } from '../../document/pdf/pdf-refusal'

/** Whether a text can be written in the package of a meeting: no font of documents has every character. */
export async function canStandInPdf(text: string): Promise<boolean> {
  const blocks = blocksFromSections([{ paragraphs: [text] }])
  if (blocks.length === 0) return true
  try {
    await makePdf({ title: 'Skäl', language: 'sv', issuer: { name: 'Nämnd' }, blocks }, new Date(0))
    return true
  } catch (error) {
    if (error instanceof MissingGlyph) return false
    throw error
  }
}
