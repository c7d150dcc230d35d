import type { Element, Grammar } from './bankid-grammar.ts'
import { refuse } from './refusal.ts'

/** An element as it was found: its exact text from start to end, its own text, its children. */
export type Found = { name: string; source: string; text: string; children: Found[] }

// Named, because these are the ways in which other readers of XML have been led astray.
const snares: [string, RegExp][] = [
  ['doctype', /<!DOCTYPE/i],
  ['comment', /<!--/],
  ['cdata', /<!\[/],
  ['instruction', /.<\?/s],
  ['entity', /&/],
]

/**
 * Reads a document that the grammar describes to the byte. There is no reading of XML here that could understand more
 * than the grammar says: what is not expected at a place is refused by the name of the element that was.
 */
export function readClosedXml(document: string, { prolog, root, ids }: Grammar): Found {
  for (const [name, snare] of snares) if (snare.test(document)) refuse(`xml-${name}`)
  if ([...document.matchAll(/ Id="/g)].length > ids) refuse('xml-duplicate-id')
  if (!document.startsWith(prolog)) refuse('xml-prolog')
  const [found] = readAll(document, prolog.length, [root])
  if (prolog.length + found!.source.length !== document.length) refuse('xml-after-end')
  return found!
}

export function childOf(found: Found, ...path: readonly string[]): Found {
  const [name, ...rest] = path
  if (name === undefined) return found
  const child = found.children.find((child) => child.name === name) ?? refuse(`xml-${name}`)
  return childOf(child, ...rest)
}

function readAll(document: string, from: number, expected: readonly Element[]): Found[] {
  const all: Found[] = []
  let offset = from
  for (const element of expected) {
    let count = 0
    for (; count < element.atMost && document.startsWith(element.start, offset); count++) {
      const found = readOne(document, offset, element)
      all.push(found)
      offset += found.source.length
    }
    if (count < element.atLeast) refuse(`xml-${element.name}`)
  }
  return all
}

function readOne(document: string, from: number, { name, start, content }: Element): Found {
  const inside = from + start.length
  const isText = content === 'base64' || content instanceof RegExp
  const children = isText ? [] : readAll(document, inside, content)
  const text = isText ? document.slice(inside, document.indexOf('<', inside)) : ''
  if (isText && !isContent(text, content)) refuse(`xml-${name}`)
  const after = children.reduce((length, child) => length + child.source.length, inside + text.length)
  const end = `</${name}>`
  if (!document.startsWith(end, after)) refuse(`xml-${name}`)
  return { name, source: document.slice(from, after + end.length), text, children }
}

function isContent(text: string, content: 'base64' | RegExp): boolean {
  if (content === 'base64') return text !== '' && Buffer.from(text, 'base64').toString('base64') === text
  return content.exec(text)?.[0] === text
}
