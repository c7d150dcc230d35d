import type { WordMark } from '../ui/marked-text.tsx'
import { plainForm } from '../text/plain-form.ts'

export type Lexicon = Readonly<Record<string, { match: readonly string[] }>>

/** Whole words only, any case, longest form first. Ids in the order found, each once. */
export function wordsIn(texts: readonly string[], lexicon: Lexicon): string[] {
  const { pattern, idOf } = compiled(lexicon)
  const found = texts.flatMap((text) =>
    [...plainForm(text).text.matchAll(pattern)].map(([form]) => form.toLowerCase()),
  )
  return [...new Set(found.flatMap((form) => idOf.get(form) ?? []))]
}

/**
 * Where each word stands the first time, by the text it stands in. A text that stands twice has none: each mark is
 * somewhere to come back to.
 */
export function firstMarksIn(
  texts: readonly string[],
  lexicon: Lexicon,
): ReadonlyMap<string, readonly WordMark[]> {
  const { pattern, idOf } = compiled(lexicon)
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  const seen = new Set<string>()
  const marks = new Map<string, WordMark[]>()
  for (const text of texts.filter((each) => times.get(each) === 1)) {
    const plain = plainForm(text)
    for (const { 0: form, index } of plain.text.matchAll(pattern)) {
      const word = idOf.get(form.toLowerCase())
      if (!word || seen.has(word)) continue
      seen.add(word)
      const { start, end } = plain.asWritten({ start: index, end: index + form.length })
      marks.set(text, [...(marks.get(text) ?? []), { word, start, end }])
    }
  }
  return marks
}

type Compiled = { pattern: RegExp; idOf: ReadonlyMap<string, string> }

const compiledOf = new WeakMap<Lexicon, Compiled>()

function compiled(lexicon: Lexicon): Compiled {
  const known = compiledOf.get(lexicon)
  if (known) return known
  const idOf = new Map(
    Object.entries(lexicon).flatMap(([id, { match }]) =>
      match.map((form) => [form.toLowerCase(), id] as const),
    ),
  )
  const forms = [...idOf.keys()].toSorted((one, other) => other.length - one.length)
  const anyForm = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  // \b knows only ASCII letters: "vård" would be found in "vårdnad".
  const made = { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyForm})(?![\\p{L}\\p{N}])`, 'giu'), idOf }
  compiledOf.set(lexicon, made)
  return made
}
