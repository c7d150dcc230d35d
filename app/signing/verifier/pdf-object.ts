import { canonicalText, PdfReader, type PdfValue } from './pdf-value.ts'
import { refuse } from './refusal.ts'

export type PdfEntries = ReadonlyMap<string, PdfValue>
export type PdfObject = { value: PdfValue; /** Null when it is no stream. */ stream: Buffer | null }

/** An object with its number before it, and where it ends. */
export function readObject(
  text: string,
  at: number,
  number: number,
  bytes: Buffer,
  budget?: { left: number },
): { object: PdfObject; end: number } {
  const reader = new PdfReader(text, at, budget)
  reader.expect(`${number} 0 obj\n`)
  const value = reader.value()
  reader.expect('\n')
  const stream = text.startsWith('stream\n', reader.at) ? readStream(reader, value, bytes) : null
  reader.expect('endobj\n')
  return { object: { value, stream }, end: reader.at }
}

function readStream(reader: PdfReader, value: PdfValue, bytes: Buffer): Buffer {
  reader.expect('stream\n')
  const length = value.kind === 'dictionary' ? numberIn(value.entries, 'Length') : refuse('pdf-syntax')
  const content = bytes.subarray(reader.at, reader.at + length)
  reader.advance(length)
  reader.expect('\nendstream\n')
  return content
}

export function numberIn(entries: PdfEntries, key: string): number {
  const value = entries.get(key)
  const number = value?.kind === 'number' ? Number(value.text) : NaN
  return Number.isSafeInteger(number) && number >= 0 ? number : refuse('pdf-syntax')
}

export function referenceIn(entries: PdfEntries, key: string): number {
  const value = entries.get(key)
  return value?.kind === 'reference' ? value.object : refuse('pdf-structure')
}

export function itemsIn(entries: PdfEntries, key: string): PdfValue[] {
  const value = entries.get(key)
  if (!value) return []
  return value.kind === 'array' ? value.items : refuse('pdf-structure')
}

export function textIn(entries: PdfEntries, key: string): string | undefined {
  const value = entries.get(key)
  return value && canonicalText(value)
}
