import { PDF, PdfNumber, type PDFPage } from '@libpdf/core'
import { mergeStructure } from './merge-structure.ts'

/** Puts the pages of a tagged PDF after the last page, with their tags where the document is tagged too. */
export async function appendPage(pdf: PDF, page: Buffer): Promise<void> {
  const source = await PDF.load(page, { lenient: false })
  const originals = source.getPages()
  const copies = await pdf.copyPagesFrom(
    source,
    originals.map((_, index) => index),
  )
  const firstKey = pdf.getCatalog().has('StructTreeRoot') ? mergeStructure(pdf, source, copies) : null
  for (const [index, copy] of copies.entries()) renumber(copy, originals[index]!, firstKey)
}

/** A page finds its tags by its number in the tree of parents; without tags it has none. */
function renumber(copy: PDFPage, original: PDFPage, firstKey: number | null): void {
  const key = original.dict.getNumber('StructParents')
  if (!key) return
  if (firstKey === null) copy.dict.delete('StructParents')
  else copy.dict.set('StructParents', PdfNumber.of(key.value + firstKey))
}
