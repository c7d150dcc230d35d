import { byteMutant } from './bytes.ts'
import { below, changed, oneOf, type Random } from './choice.ts'

type Element = { name: string; start: number; inside: number; end: number }
type Change = (document: string, random: Random) => string

const strays = [
  ...[' ', '\n', '\t', '\r\n', '\ufeff', '\0', '<!---->', '<!-- x -->', '<?x y?>', '<![CDATA[]]>'],
  ...[
    '<!DOCTYPE x>',
    '<!DOCTYPE x [<!ENTITY y "z">]>',
    '&#65;',
    '&amp;',
    '&y;',
    '<x></x>',
    '<x/>',
    'A',
    '=',
    '<',
  ],
]
const attributes = [
  ' ',
  ' x="y"',
  ' Id="bidSignedData"',
  ' xmlns:x="y"',
  ' xml:space="preserve"',
  ' xmlns=""',
]
const changes: Change[] = [
  ...[ofCharacters, stray, addAttribute, renameTag, otherQuotes, selfClosing, encoded],
  ...[repeatElement, removeElement, exchangeElements, wrapElement, copyElsewhere, otherProlog],
]

/** The document with one thing changed, in ways that other readers of XML would overlook or take for the same. */
export function xmlMutant(document: string, random: Random): string {
  return changed(document, changes, random)
}

function ofCharacters(document: string, random: Random): string {
  return byteMutant(Buffer.from(document, 'latin1'), random).toString('latin1')
}

function stray(document: string, random: Random): string {
  const elements = elementsOf(document)
  const { start, inside, end } = oneOf(elements, random)
  const at = random() < 0.7 ? oneOf([start, inside, end], random) : below(document.length + 1, random)
  return insertAt(document, at, oneOf(strays, random))
}

function addAttribute(document: string, random: Random): string {
  const { inside } = oneOf(elementsOf(document), random)
  return insertAt(document, inside - 1, oneOf(attributes, random))
}

function renameTag(document: string, random: Random): string {
  const { name, start, end } = oneOf(elementsOf(document), random)
  const renamed = oneOf([`x:${name}`, name.toUpperCase(), `${name}x`, ` ${name}`], random)
  const whole = document.slice(start, end)
  const tagged = whole.replace(`<${name}`, `<${renamed}`).replace(new RegExp(`${name}>$`), `${renamed}>`)
  return document.slice(0, start) + tagged + document.slice(end)
}

function otherQuotes(document: string, random: Random): string {
  const { start, inside } = oneOf(elementsOf(document), random)
  const tag = document.slice(start, inside)
  const swapped = tag.replace(/( \w+="[^"]*")( \w+="[^"]*")/, '$2$1')
  const other = oneOf(
    [tag.replaceAll('"', "'"), tag.replace('="', ' = "'), tag.replace(' ', '  '), swapped],
    random,
  )
  return document.slice(0, start) + other + document.slice(inside)
}

function selfClosing(document: string, random: Random): string {
  const empty = [...document.matchAll(/><\/\w+>/g)]
  const { index, 0: end } = oneOf(empty, random)
  return `${document.slice(0, index)}/>${document.slice(index + end.length)}`
}

function encoded(document: string, random: Random): string {
  const at = below(document.length, random)
  return `${document.slice(0, at)}&#${document.charCodeAt(at)};${document.slice(at + 1)}`
}

function repeatElement(document: string, random: Random): string {
  const { start, end } = oneOf(elementsOf(document), random)
  return insertAt(document, end, document.slice(start, end))
}

function removeElement(document: string, random: Random): string {
  const { start, end } = oneOf(elementsOf(document), random)
  return document.slice(0, start) + document.slice(end)
}

function exchangeElements(document: string, random: Random): string {
  const [one, other] = [oneOf(elementsOf(document), random), oneOf(elementsOf(document), random)]
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  if (first.end > second.start) return document
  const between = document.slice(first.end, second.start)
  const parts = [document.slice(second.start, second.end), between, document.slice(first.start, first.end)]
  return document.slice(0, first.start) + parts.join('') + document.slice(second.end)
}

function wrapElement(document: string, random: Random): string {
  const { start, end } = oneOf(elementsOf(document), random)
  const name = oneOf(['Object', 'x', 'bankIdSignedData'], random)
  return `${document.slice(0, start)}<${name}>${document.slice(start, end)}</${name}>${document.slice(end)}`
}

function copyElsewhere(document: string, random: Random): string {
  const [{ start, end }, to] = [oneOf(elementsOf(document), random), oneOf(elementsOf(document), random)]
  return insertAt(document, oneOf([to.start, to.inside, to.end], random), document.slice(start, end))
}

function otherProlog(document: string, random: Random): string {
  const end = document.indexOf('?>') + 2
  const others = ['', '<?xml version="1.0"?>', '<?xml version="1.1" encoding="UTF-8" standalone="no"?>']
  return oneOf([...others, `${document.slice(0, end)}\n`], random) + document.slice(end)
}

function insertAt(document: string, at: number, text: string): string {
  return document.slice(0, at) + text + document.slice(at)
}

function elementsOf(document: string): Element[] {
  const [all, open]: Element[][] = [[], []]
  for (const { 0: tag, 1: slash, 2: name, index } of document.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    const after = index + tag.length
    if (slash) all!.push({ ...open!.pop()!, end: after })
    else open!.push({ name: name!, start: index, inside: after, end: after })
  }
  return all!
}
