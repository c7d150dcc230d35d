import { refuse } from './refusal.ts'

/** A value of a PDF (ISO 32000-1, 7.3) and where it stands. */
export type PdfValue = { start: number; end: number } & (
  | { kind: 'name' | 'number' | 'word'; text: string }
  | { kind: 'reference'; object: number }
  | { kind: 'string' | 'hex'; bytes: Buffer }
  | { kind: 'array'; items: PdfValue[] }
  | { kind: 'dictionary'; entries: Map<string, PdfValue> }
)

const patterns = {
  space: /[\0\t\n\f\r ]*/y,
  reference: /(\d{1,10}) 0 R(?![A-Za-z0-9])/y,
  number: /[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?![\w.+-])/y,
  name: /\/((?:[!"$&-'*-.0-;=?-Z\\^-z|~]|#[0-9a-fA-F]{2}){0,200})/y,
  word: /(?:true|false|null)(?![A-Za-z0-9])/y,
  run: /[^()\\]*/y,
  octal: /[0-7]{1,3}/y,
}
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const deepest = 60
/** How many values an update may have: a hostile file must not fill the memory. */
export const mostValues = 300_000

/** Reads values out of text of which each character is a byte: no comments, no key twice, nothing but references to generation 0. */
export class PdfReader {
  readonly #text: string
  readonly #budget: { left: number }
  #at: number

  /** @param budget values that may still be read, by all the readers that share it */
  constructor(text: string, at: number, budget = { left: mostValues }) {
    this.#text = text
    this.#at = at
    this.#budget = budget
  }

  get at(): number {
    return this.#at
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) refuse('pdf-syntax')
    this.#spend()
    this.#take(patterns.space)
    const start = this.#at
    return { ...this.#valueAt(start, depth), start, end: this.#at } as PdfValue
  }

  /** Takes exactly this text. */
  expect(text: string): void {
    if (!this.#text.startsWith(text, this.#at)) refuse('pdf-syntax')
    this.#at += text.length
  }

  advance(length: number): void {
    this.#at += length
  }

  #valueAt(start: number, depth: number): object {
    if (this.#skip('<<')) return { kind: 'dictionary', entries: this.#entries(depth) }
    if (this.#skip('[')) return { kind: 'array', items: this.#items(depth) }
    if (this.#skip('(')) return { kind: 'string', bytes: this.#literal() }
    const reference = this.#take(patterns.reference)
    if (reference) return { kind: 'reference', object: Number(reference[1]) }
    if (this.#skip('<')) return { kind: 'hex', bytes: this.#hex() }
    const name = this.#take(patterns.name)
    if (name) return { kind: 'name', text: unescaped(name[1]!) }
    const kind = this.#take(patterns.number)
      ? 'number'
      : this.#take(patterns.word)
        ? 'word'
        : refuse('pdf-syntax')
    return { kind, text: this.#text.slice(start, this.#at) }
  }

  #entries(depth: number): Map<string, PdfValue> {
    const entries = new Map<string, PdfValue>()
    while (!this.#closes('>>')) {
      const name = this.#take(patterns.name) ?? refuse('pdf-syntax')
      const key = unescaped(name[1]!)
      if (entries.has(key)) refuse('pdf-syntax')
      entries.set(key, this.value(depth + 1))
    }
    return entries
  }

  #items(depth: number): PdfValue[] {
    const items: PdfValue[] = []
    while (!this.#closes(']')) items.push(this.value(depth + 1))
    return items
  }

  #closes(text: string): boolean {
    this.#take(patterns.space)
    return this.#skip(text)
  }

  #hex(): Buffer {
    const end = this.#text.indexOf('>', this.#at)
    const digits = this.#text.slice(this.#at, end)
    if (end === -1 || digits.length % 2 || /[^0-9a-fA-F]/.test(digits)) refuse('pdf-syntax')
    this.#at = end + 1
    return Buffer.from(digits, 'hex')
  }

  // Run by run, each of which costs as a value does: read sign by sign, a hostile file would take a minute and all memory.
  #literal(): Buffer {
    const runs: string[] = []
    for (let depth = 1; ;) {
      this.#spend()
      runs.push(this.#take(patterns.run)![0])
      const sign = this.#text[this.#at++] ?? refuse('pdf-syntax')
      if (sign === ')' && --depth === 0) break
      if (sign === '(') depth++
      runs.push(sign === '\\' ? this.#escaped() : sign)
    }
    return Buffer.from(runs.join(''), 'latin1')
  }

  #escaped(): string {
    const digits = this.#take(patterns.octal)?.[0]
    if (digits) return String.fromCharCode(parseInt(digits, 8) & 0xff)
    const character = this.#text[this.#at++] ?? refuse('pdf-syntax')
    return escapes[character] ?? character
  }

  #spend(): void {
    if (--this.#budget.left < 0) refuse('pdf-size')
  }

  #skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }
}

const unescaped = (name: string) =>
  name.replace(/#(..)/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))

/** The same text for the same value, however it was written. */
export function canonicalText(value: PdfValue): string {
  switch (value.kind) {
    case 'dictionary': {
      const entries = [...value.entries].toSorted(([a], [b]) => (a < b ? -1 : 1))
      return `<<${entries.map(([key, entry]) => `${JSON.stringify(key)} ${canonicalText(entry)}`).join(' ')}>>`
    }
    case 'array':
      return `[${value.items.map(canonicalText).join(' ')}]`
    case 'reference':
      return `${value.object} R`
    case 'name':
      return `/${JSON.stringify(value.text)}`
    case 'string':
    case 'hex':
      return `<${value.bytes.toString('hex')}>`
    default:
      return value.kind === 'number' ? String(Number(value.text)) : value.text
  }
}
