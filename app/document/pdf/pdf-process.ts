import { withLogicalOrder } from './logical-order.ts'
import type { PdfOrder, PdfReply } from './pdf-order.ts'
import { MissingGlyph, PdfRefusal } from './pdf-refusal.ts'
import { rightToLeftTexts } from './right-to-left-texts.ts'
import { sheetOf } from './sheet.ts'
import { loadTypst } from './typst.ts'

// Its own process: a panic in the compiler would end the portal, and native code that hangs can be ended only so.
const typst = loadTypst()

process.on('message', (order: PdfOrder) => void answer(order))
process.on('disconnect', () => process.exit(0))

async function answer(order: PdfOrder): Promise<void> {
  process.send!(await make(order))
}

async function make({ template, content, at }: PdfOrder): Promise<PdfReply> {
  try {
    const { bytes, pages } = typst.compile(template, sheetOf(content), at)
    const turned = rightToLeftTexts(content)
    return { kind: 'made', bytes: turned.length > 0 ? await withLogicalOrder(bytes, turned) : bytes, pages }
  } catch (error) {
    return {
      kind: 'refused',
      rule: error instanceof PdfRefusal ? error.rule : 'cannotBeMade',
      characters: error instanceof MissingGlyph ? error.characters : [],
    }
  }
}
