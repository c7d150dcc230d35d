import { PdfArray, PdfDict, PdfRef, PdfStream, type PDF } from '@libpdf/core'

export type PdfObject = Parameters<PDF['register']>[0]
type Visit = (copy: PdfDict, at: PdfRef | null) => void

const keyOf = (ref: PdfRef) => `${ref.objectNumber} ${ref.generation}`

/** Copies objects of one PDF into another, each once, with those that have a place there already left where they are. */
export class ObjectCopier {
  readonly #from: PDF
  readonly #to: PDF
  readonly #visit: Visit
  readonly #places = new Map<string, PdfRef>()

  /** @param visit sees each copied dictionary when it is whole */
  constructor(from: PDF, to: PDF, visit: Visit) {
    this.#from = from
    this.#to = to
    this.#visit = visit
  }

  isAt(original: PdfRef, copy: PdfRef): void {
    this.#places.set(keyOf(original), copy)
  }

  copy(value: PdfObject): PdfObject {
    if (value instanceof PdfRef) return this.#copyReferenced(value)
    if (value instanceof PdfStream) return value
    if (value instanceof PdfArray) return this.#fillArray(new PdfArray([]), value)
    if (value instanceof PdfDict) return this.#fillDict(new PdfDict(), value, null)
    return value
  }

  #copyReferenced(ref: PdfRef): PdfObject {
    const known = this.#places.get(keyOf(ref))
    if (known) return known
    const value = this.#from.getObject(ref)
    if (!value) throw new Error('a reference leads nowhere')
    const isBuilt = !(value instanceof PdfStream)
    const shell =
      isBuilt && value instanceof PdfArray
        ? new PdfArray([])
        : isBuilt && value instanceof PdfDict
          ? new PdfDict()
          : value
    const place = this.#to.register(shell)
    this.isAt(ref, place)
    // Its place is known before it is filled: tags point at each other in circles.
    if (shell instanceof PdfArray) this.#fillArray(shell, value as PdfArray)
    else if (shell !== value) this.#fillDict(shell as PdfDict, value as PdfDict, place)
    return place
  }

  #fillArray(copy: PdfArray, original: PdfArray): PdfArray {
    for (const item of original) copy.push(this.copy(item))
    return copy
  }

  #fillDict(copy: PdfDict, original: PdfDict, place: PdfRef | null): PdfDict {
    for (const [key, entry] of original) copy.set(key, this.copy(entry))
    this.#visit(copy, place)
    return copy
  }
}
