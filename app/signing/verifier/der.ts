import { refuse } from './refusal.ts'
import { hasDerForm, tags } from './der-form.ts'

/** One value in the distinguished encoding (X.690, 10 and 11): its bytes could not have been written otherwise. */
export type Der = { readonly tag: number; readonly content: Buffer; readonly raw: Buffer }

class Value implements Der {
  readonly tag: number
  readonly content: Buffer
  readonly #bytes: Buffer
  readonly #from: number

  constructor(tag: number, content: Buffer, bytes: Buffer, from: number) {
    this.tag = tag
    this.content = content
    this.#bytes = bytes
    this.#from = from
  }

  /** Made when it is asked for: of most values it is not. */
  get raw(): Buffer {
    return this.#bytes.subarray(this.#from, this.end)
  }

  get end(): number {
    return this.content.byteOffset - this.#bytes.byteOffset + this.content.length
  }
}

/** The one value that these bytes are, with nothing after it. */
export function readDer(bytes: Buffer): Der {
  const value = valueAt(bytes, 0)
  if (value.end !== bytes.length) refuse('der')
  return value
}

export function childrenOf(value: Der): Der[] {
  if (!(value.tag & tags.constructed)) refuse('der')
  const children: Der[] = []
  for (let offset = 0; offset < value.content.length;) {
    const child = valueAt(value.content, offset)
    children.push(child)
    offset = child.end
  }
  if (value.tag === tags.set && !isSorted(children)) refuse('der')
  return children
}

/** The values of a sequence, and of nothing else that could hold the same. */
export function valuesOf(sequence: Der): Der[] {
  if (sequence.tag !== tags.sequence) refuse('der')
  return childrenOf(sequence)
}

export function membersOf(set: Der): Der[] {
  if (set.tag !== tags.set) refuse('der')
  return childrenOf(set)
}

export function onlyChildOf(value: Der): Der {
  return only(childrenOf(value))
}

export function onlyValueOf(sequence: Der): Der {
  return only(valuesOf(sequence))
}

/** The fields of a sequence in their order; whoever reads them says where they end, so that none stays unread. */
export class Fields {
  readonly #fields: Der[]
  #next = 0

  constructor(sequence: Der, tag: number = tags.sequence) {
    if (sequence.tag !== tag) refuse('der')
    this.#fields = childrenOf(sequence)
  }

  take(tag: number): Der {
    return this.maybe(tag) ?? refuse('der')
  }

  maybe(tag: number): Der | undefined {
    const field = this.#fields[this.#next]
    if (field?.tag !== tag) return undefined
    this.#next++
    return field
  }

  any(): Der {
    return this.#fields[this.#next++] ?? refuse('der')
  }

  end(): void {
    if (this.#next < this.#fields.length) refuse('der')
  }
}

function only([value, ...more]: Der[]): Der {
  if (!value || more.length > 0) refuse('der')
  return value
}

function valueAt(bytes: Buffer, offset: number): Value {
  const [tag, first] = [bytes[offset], bytes[offset + 1]]
  // No proof that is read here has tags above 30.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) refuse('der')
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  const start = offset + 2 + lengthBytes
  if (first === 0x80 || lengthBytes > 4 || start > bytes.length) refuse('der')
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(offset + 2, lengthBytes)
  if (lengthBytes > 0 && (length < 0x80 || bytes[offset + 2] === 0)) refuse('der')
  if (start + length > bytes.length) refuse('der')
  const content = bytes.subarray(start, start + length)
  if (!hasDerForm(tag, content)) refuse('der')
  return new Value(tag, content, bytes, offset)
}

// X.690, 11.6.
function isSorted(values: readonly Der[]): boolean {
  return values.every((value, index) => index === 0 || Buffer.compare(values[index - 1]!.raw, value.raw) < 0)
}
