import { readCrossReferences } from './pdf-cross-references.ts'
import { readObject, type PdfEntries, type PdfObject } from './pdf-object.ts'
import { mostValues } from './pdf-value.ts'
import { refuse } from './refusal.ts'

/** What was appended to a PDF the last time (ISO 32000-1, 7.5.6). */
export type PdfUpdate = {
  /** Where it begins, counted in the file. */
  start: number
  crossReferences: number
  /** The number of the table of objects, where it is an object itself. */
  ownNumber: number | null
  objects: ReadonlyMap<number, PdfObject>
  trailer: PdfEntries
}

/**
 * Reads the last update of a file, each of its bytes as a part of an object or of the table of objects.
 * @throws Refusal when anything stands before, between or after them
 */
export function readLastUpdate(file: Buffer): PdfUpdate {
  const tail = /startxref\n(\d{1,10})\n%%EOF\n$/.exec(file.toString('latin1', Math.max(0, file.length - 40)))
  const crossReferences = Number(tail?.[1] ?? refuse('pdf-end'))
  if (crossReferences >= file.length) refuse('pdf-end')
  const table = readCrossReferences(file, crossReferences)
  if (table.end !== file.length - tail![0].length) refuse('pdf-syntax')

  const places = [...table.offsets].toSorted(([, a], [, b]) => a - b)
  const start = places[0]?.[1] ?? refuse('pdf-syntax')
  if (start > crossReferences) refuse('pdf-syntax')
  const text = file.toString('latin1', start, crossReferences)
  const budget = { left: mostValues }
  const objects = new Map<number, PdfObject>()
  let at = start
  for (const [number, offset] of places) {
    if (offset !== at) refuse('pdf-syntax')
    const { object, end } = readObject(text, offset - start, number, file.subarray(start), budget)
    objects.set(number, shifted(object, start))
    at = start + end
  }
  if (at !== crossReferences) refuse('pdf-syntax')
  return { start, crossReferences, ownNumber: table.own, objects, trailer: table.trailer }
}

/** The dictionary that an object of this update is. */
export function entriesOf({ objects }: PdfUpdate, number: number): PdfEntries {
  const value = objects.get(number)?.value
  return value?.kind === 'dictionary' ? value.entries : refuse('pdf-structure')
}

// Places are counted in the file; inside a value only the seal's bytes are looked for by their place.
function shifted(object: PdfObject, start: number): PdfObject {
  const { value } = object
  if (value.kind !== 'dictionary') return object
  const entries = new Map(
    [...value.entries].map(([key, entry]) => [
      key,
      { ...entry, start: entry.start + start, end: entry.end + start },
    ]),
  )
  return { ...object, value: { ...value, entries } }
}
