import type { DocumentContent } from '../content/content'
import { makePdf, type MadePdf } from './make-pdf'
import { MissingGlyph, PdfRefusal } from './pdf-refusal'
import type { RefusedPdf } from './pdf-refused'

/** The PDF, or why there is none: told to the writer before anything is frozen. */
export async function tryPdf(
  content: DocumentContent,
  at: Date,
): Promise<{ made: MadePdf; refused: null } | { made: null; refused: RefusedPdf }> {
  try {
    return { made: await makePdf(content, at), refused: null }
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error
    const characters = error instanceof MissingGlyph ? error.characters : []
    return { made: null, refused: { rule: error.rule, characters } }
  }
}
