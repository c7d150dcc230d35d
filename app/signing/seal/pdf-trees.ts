import { PdfArray, PdfDict, PdfNumber, PdfRef, PdfString, type PDF } from '@libpdf/core'
import type { PdfObject } from './copy-objects.ts'

/** All entries of a tree of numbers (ISO 32000-1, 7.9.7), in their order. */
export function numberTreeEntries(pdf: PDF, tree: PdfObject | undefined): [number, PdfObject][] {
  return leaves(pdf, tree, 'Nums').map(([key, value]) => {
    if (!(key instanceof PdfNumber)) throw new Error('a tree of numbers has another key')
    return [key.value, value]
  })
}

/** All entries of a tree of names (ISO 32000-1, 7.9.6), in their order. */
export function nameTreeEntries(pdf: PDF, tree: PdfObject | undefined): [PdfString, PdfObject][] {
  return leaves(pdf, tree, 'Names').map(([key, value]) => {
    if (!(key instanceof PdfString)) throw new Error('a tree of names has another key')
    return [key, value]
  })
}

function leaves(pdf: PDF, tree: PdfObject | undefined, list: string, depth = 0): [PdfObject, PdfObject][] {
  if (depth > 20) throw new Error('a tree has no end')
  const node = tree instanceof PdfRef ? pdf.getObject(tree) : tree
  if (!(node instanceof PdfDict)) return []
  const below = arrayIn(pdf, node, 'Kids').flatMap((kid) => leaves(pdf, kid, list, depth + 1))
  const items = arrayIn(pdf, node, list)
  const own = items.flatMap((key, index): [PdfObject, PdfObject][] =>
    index % 2 || items[index + 1] === undefined ? [] : [[key, items[index + 1]!]],
  )
  return [...below, ...own]
}

function arrayIn(pdf: PDF, node: PdfDict, key: string): PdfObject[] {
  const value = node.get(key)
  const array = value instanceof PdfRef ? pdf.getObject(value) : value
  return array instanceof PdfArray ? [...array] : []
}
