import {
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfString,
  type PDF,
  type PDFPage,
} from '@libpdf/core'
import { ObjectCopier, type PdfObject } from './copy-objects.ts'
import { numberTreeEntries, nameTreeEntries } from './pdf-trees.ts'

/**
 * Hangs the tags of copied pages under the document's own, as a part of it: copying pages alone loses them.
 * @returns by how much the pages' numbers in the tree of parents have moved
 */
export function mergeStructure(pdf: PDF, source: PDF, copies: readonly PDFPage[]): number {
  const [root, rootAt] = structureOf(pdf)
  const [sourceRoot, sourceRootAt] = structureOf(source)
  const parents = numberTreeEntries(pdf, root.get('ParentTree'))
  const firstKey = Math.max(-1, ...parents.map(([key]) => key)) + 1
  const named: [PdfString, PdfRef][] = []
  const copier = new ObjectCopier(source, pdf, (copy, at) => rename(copy, at, firstKey, named))
  copier.isAt(sourceRootAt, rootAt)
  source.getPages().forEach((page, index) => copier.isAt(page.ref, copies[index]!.ref))

  hangUnder(pdf, root, copier.copy(documentOf(source, sourceRoot)) as PdfRef)
  const added = numberTreeEntries(source, sourceRoot.get('ParentTree'))
  const all = [...parents, ...added.map(([key, value]) => [key + firstKey, copier.copy(value)] as const)]
  const numbers = all.flatMap(([key, value]) => [PdfNumber.of(key), value])
  root.set('ParentTree', pdf.register(PdfDict.of({ Nums: new PdfArray(numbers) })))
  root.set('ParentTreeNextKey', PdfNumber.of(Math.max(...all.map(([key]) => key)) + 1))
  addNames(pdf, root, named)
  addRoles(pdf, source, root, sourceRoot, copier)
  return firstKey
}

function structureOf(pdf: PDF): [PdfDict, PdfRef] {
  const at = pdf.getCatalog().getRef('StructTreeRoot')
  const root = at && pdf.getObject(at)
  if (!at || !(root instanceof PdfDict)) throw new Error('the PDF has no tags')
  return [root, at]
}

function documentOf(pdf: PDF, root: PdfDict): PdfRef {
  const kids = resolved(pdf, root.get('K'))
  const first = kids instanceof PdfArray ? kids.at(0) : root.get('K')
  if (!(first instanceof PdfRef)) throw new Error('the tags have no document')
  return first
}

/** The page's own document becomes a part: a file is one document. */
function hangUnder(pdf: PDF, root: PdfDict, partAt: PdfRef): void {
  const documentAt = documentOf(pdf, root)
  const document = pdf.getObject(documentAt) as PdfDict
  const part = pdf.getObject(partAt) as PdfDict
  part.set('S', PdfName.of('Part'))
  part.set('P', documentAt)
  const kids = document.get('K')
  const before = resolved(pdf, kids)
  const earlier = before instanceof PdfArray ? [...before] : kids ? [kids] : []
  document.set('K', new PdfArray([...earlier, partAt]))
}

/** Cells of tables are called by names; those of the page are made its own. */
function rename(copy: PdfDict, at: PdfRef | null, firstKey: number, named: [PdfString, PdfRef][]): void {
  const own = (name: PdfObject) =>
    name instanceof PdfString ? PdfString.fromString(`S${firstKey}.${name.asString()}`) : name
  const id = copy.get('ID')
  if (at && id instanceof PdfString && copy.has('S')) {
    const name = own(id) as PdfString
    copy.set('ID', name)
    named.push([name, at])
  }
  const heads = copy.get('Headers')
  if (heads instanceof PdfArray && copy.has('O')) copy.set('Headers', new PdfArray([...heads].map(own)))
}

function addNames(pdf: PDF, root: PdfDict, named: readonly [PdfString, PdfRef][]): void {
  if (named.length === 0) return
  const all = [...nameTreeEntries(pdf, root.get('IDTree')), ...named]
  const sorted = all.toSorted(([a], [b]) => Buffer.compare(a.bytes, b.bytes))
  root.set('IDTree', pdf.register(PdfDict.of({ Names: new PdfArray(sorted.flat()) })))
}

function addRoles(pdf: PDF, source: PDF, root: PdfDict, sourceRoot: PdfDict, copier: ObjectCopier): void {
  const roles = resolved(source, sourceRoot.get('RoleMap'))
  if (!(roles instanceof PdfDict)) return
  const present = resolved(pdf, root.get('RoleMap'))
  const map = present instanceof PdfDict ? present : new PdfDict()
  if (map !== present) root.set('RoleMap', map)
  for (const [role, meaning] of roles) if (!map.has(role)) map.set(role, copier.copy(meaning))
}

function resolved(pdf: PDF, value: PdfObject | undefined): PdfObject | null | undefined {
  return value instanceof PdfRef ? pdf.getObject(value) : value
}
