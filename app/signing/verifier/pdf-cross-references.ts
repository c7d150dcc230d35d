import { numberIn, readObject, type PdfEntries } from './pdf-object.ts'
import { PdfReader } from './pdf-value.ts'
import { refuse } from './refusal.ts'

type CrossReferences = {
  /** The number of each object that the update holds, with its place in the file. */
  offsets: ReadonlyMap<number, number>
  /** The number of the table itself, where it is an object. */
  own: number | null
  trailer: PdfEntries
  end: number
}

const lineLength = 20
const mostObjects = 100_000
const trailerKeys = ['Size', 'Prev', 'Root', 'Info', 'ID']

/** The table at this place, in either of its two forms, which names objects in use and nothing else. */
export function readCrossReferences(file: Buffer, at: number): CrossReferences {
  const text = file.toString('latin1', at)
  return text.startsWith('xref\n') ? readTable(text, at) : readStream(text, at, file)
}

function readTable(text: string, at: number): CrossReferences {
  const offsets = new Map<number, number>()
  const section = /(\d{1,10}) (\d{1,6})\n/y
  let next = 'xref\n'.length
  for (;;) {
    section.lastIndex = next
    const found = section.exec(text)
    if (!found) break
    next = section.lastIndex
    for (let index = 0; index < Number(found[2]); index++, next += lineLength) {
      const line =
        /^(\d{10}) 00000 n(?: \n|\r\n)$/.exec(text.slice(next, next + lineLength)) ?? refuse('pdf-syntax')
      add(offsets, Number(found[1]) + index, Number(line[1]))
    }
  }
  const reader = new PdfReader(text, next)
  reader.expect('trailer\n')
  const value = reader.value()
  reader.expect('\n')
  if (value.kind !== 'dictionary') refuse('pdf-syntax')
  checkKeys(value.entries, trailerKeys)
  return { offsets, own: null, trailer: value.entries, end: at + reader.at }
}

function readStream(text: string, at: number, file: Buffer): CrossReferences {
  const number = Number(/^(\d{1,10}) 0 obj\n/.exec(text)?.[1] ?? refuse('pdf-syntax'))
  const { object, end } = readObject(text, 0, number, file.subarray(at))
  const { value, stream } = object
  if (value.kind !== 'dictionary' || !stream || value.entries.has('Filter')) refuse('pdf-syntax')
  const widths = numbersIn(value.entries, 'W')
  const [kind = 0, place = 0, generation = 0] = widths
  const row = kind + place + generation
  const index = numbersIn(value.entries, 'Index')
  const numbers: number[] = []
  for (let i = 0; i < index.length; i += 2) {
    const count = index[i + 1] ?? 0
    if (numbers.length + count > mostObjects) refuse('pdf-size')
    for (let more = 0; more < count; more++) numbers.push(index[i]! + more)
  }
  if (widths.length !== 3 || kind !== 1 || place < 1 || place > 6 || generation > 6) refuse('pdf-syntax')
  if (numbers.length * row !== stream.length) refuse('pdf-syntax')
  const offsets = new Map<number, number>()
  for (const [line, number] of numbers.entries()) {
    const start = line * row
    const isInUse =
      stream[start] === 1 && stream.subarray(start + 1 + place, start + row).every((byte) => !byte)
    if (!isInUse) refuse('pdf-syntax')
    add(offsets, number, stream.readUIntBE(start + 1, place))
  }
  // It lists itself.
  if (offsets.get(number) !== at) refuse('pdf-syntax')
  offsets.delete(number)
  checkKeys(value.entries, [...trailerKeys, 'Type', 'W', 'Index', 'Length'])
  return { offsets, own: number, trailer: value.entries, end: at + end }
}

function numbersIn(entries: PdfEntries, key: string): number[] {
  const value = entries.get(key)
  if (value?.kind !== 'array' || value.items.length > 10_000) refuse('pdf-syntax')
  return value.items.map((item) => numberIn(new Map([['n', item]]), 'n'))
}

// No encryption, and no second table for other readers.
function checkKeys(entries: PdfEntries, allowed: readonly string[]): void {
  if ([...entries.keys()].some((key) => !allowed.includes(key))) refuse('pdf-syntax')
}

function add(offsets: Map<number, number>, number: number, offset: number): void {
  if (offsets.has(number)) refuse('pdf-syntax')
  if (offsets.size >= mostObjects) refuse('pdf-size')
  offsets.set(number, offset)
}
