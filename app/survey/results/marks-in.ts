import { findNamesAtStart } from '../../text/names-at-start.ts'
import { plainWords } from '../../text/plain-words.ts'
import { reviewFlags } from '../../text/review-flags.ts'
import type { Mark } from './mark.ts'

/** Numbers, telephone numbers, addresses and names in a text that nobody's names are known for. In order, apart. */
export async function marksIn(words: string, now: Date): Promise<Mark[]> {
  const context = { names: [], spokenWords: [], doubtfulWords: [], now }
  const read = await plainWords(words)
  const flags = await reviewFlags(read, context)
  // Where a sentence begins every word has a capital: rather too much than a name.
  const first = await findNamesAtStart(read.plain.text, read.words, [])
  // A name is flagged where it stands first alone.
  const names = [
    ...flags.filter(({ kind }) => kind === 'name').map(({ text }) => text),
    ...first.map((word) => read.plain.asWritten(word)).map(({ start, end }) => words.slice(start, end)),
  ].flatMap((name) => placesOf(words, name))
  const digits = [...words.matchAll(/\d[\d\s-]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
  return joined([...flags.map(({ start, end }) => ({ start, end })), ...names, ...digits])
}

function placesOf(words: string, name: string): Mark[] {
  const places: Mark[] = []
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + name.length))
    places.push({ start: at, end: at + name.length })
  return places
}

function joined(marks: readonly Mark[]): Mark[] {
  const apart: Mark[] = []
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return apart
}
