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
