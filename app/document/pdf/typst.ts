import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { fontBlobs } from './fonts.ts'
import { refusalOf } from './pdf-refusal.ts'
import type { Sheet } from './sheet.ts'

export type TemplateFile = 'document' | 'signature-page'
type Compiled = { bytes: Buffer; pages: number }

/** From the project's root, because this is bundled to another place. */
const templates = join(dirname(findPackageJSON('.', import.meta.url)!), 'app/document/pdf/templates')
// No such folder: the templates lie in memory, and nothing of the machine can be read by them.
const workspace = '/mina-sidor-templates'
const shelved = (name: string) => join(workspace, name)

export type Typst = { compile: (template: TemplateFile, sheet: Sheet, at: Date) => Compiled }

/** Loading takes a tenth of a second. */
export function loadTypst(): Typst {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] })
  // Files of their own: a source that is replaced by another one is parsed anew only where they differ, not safely.
  for (const name of ['look.typ', 'document.typ', 'signature-page.typ']) {
    compiler.mapShadow(shelved(name), readFileSync(join(templates, name)))
  }
  return {
    compile: (template, sheet, at) => {
      const inputs = { sheet: JSON.stringify(sheet) }
      const result = compiler.compile({ mainFilePath: shelved(`${template}.typ`), inputs })
      try {
        if (!result.result) throw refusalOf(JSON.stringify(result.takeError()?.shortDiagnostics))
        return written(compiler, result.result, at)
      } finally {
        // The cache is the process's own, and would keep what one family's decision says for the next.
        compiler.evictCache(0)
      }
    },
  }
}

/** One standard a call: PDF/UA-1 says whether everybody can read it, PDF/A-3a is what is kept for decades. */
function written(compiler: NodeCompiler, document: NodeTypstDocument, at: Date): Compiled {
  const creationTimestamp = Math.floor(at.getTime() / 1000)
  try {
    compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
    const bytes = compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp })
    return { bytes, pages: document.numOfPages }
  } catch (error) {
    throw refusalOf(error instanceof Error ? error.message : String(error))
  }
}
