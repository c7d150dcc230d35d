import { contentFromSections } from '../../document/content/from-sections'
import { makePdf } from '../../document/pdf/make-pdf'
import { MissingGlyph } from '../../document/pdf/pdf-refusal'

/** Whether a text can be written in the package of a meeting: no font of documents has every character. */
export async function canStandInPdf(text: string): Promise<boolean> {
  const sections = [{ paragraphs: [text] }]
  const content = contentFromSections({ title: 'Skäl', language: 'sv', issuer: { name: 'Nämnd' }, sections })
  if (content.blocks.length === 0) return true
  try {
    await makePdf(content, new Date(0))
    return true
  } catch (error) {
    if (error instanceof MissingGlyph) return false
    throw error
  }
}
