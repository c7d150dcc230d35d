import { blocksFromSections } from '../../document/content/from-sections'
import { tryPdf } from '../../document/pdf/try-pdf'

/** Whether a text can be written in the package of a meeting: no font of documents has every character. */
export async function canStandInPdf(text: string): Promise<boolean> {
  const blocks = blocksFromSections([{ paragraphs: [text] }])
  if (blocks.length === 0) return true
  const { made } = await tryPdf(
    { title: 'Skäl', language: 'sv', issuer: { name: 'Nämnd' }, blocks },
    new Date(0),
  )
  return made !== null
}
