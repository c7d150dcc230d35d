import { PDF, PdfString } from '@libpdf/core'
import { textElements } from './text-elements.ts'

/**
 * Typst stores Arabic as it is drawn, letters in pieces. The words as they are written stand beside each element as
 * /ActualText (ISO 32000-1 14.9.4), so that they can be read aloud and copied.
 * @param texts those from right to left, in the order of their elements
 */
export async function withLogicalOrder(bytes: Uint8Array, texts: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const turned = [...textElements(pdf)].filter(({ language }) => language.startsWith('ar'))
  if (turned.length !== texts.length) {
    throw new Error(`${turned.length} Arabic elements in the PDF for ${texts.length} texts`)
  }
  for (const [index, { element }] of turned.entries()) {
    element.set('ActualText', PdfString.fromString(texts[index]!))
  }
  return pdf.save()
}
