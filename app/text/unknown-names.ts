import { leadsOn } from './abbreviations.ts'
import { type TextWord, textWords } from './text-words.ts'

const commonWords = new Set(
  (
    'bankid freja ivo bris rädda barnen skatteverket försäkringskassan socialtjänsten socialnämnden ' +
    'migrationsverket polisen sverige svenska gud jul påsk midsommar ' +
    'måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti ' +
    'september oktober november december'
  ).split(' '),
)

/** Not at the start of a sentence: names and other words look alike there. */
export function findUnknownNames(text: string, known: readonly string[]): TextWord[] {
  const knownParts = new Set(known.flatMap((name) => name.toLowerCase().split(/[\s-]/)))
  return textWords(text).filter((word) => {
    if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word.text) || beginsSentence(text, word.start)) return false
    const lower = word.text.toLowerCase()
    if (commonWords.has(lower) || text.startsWith('Mina sidor', word.start)) return false
    return !lower.split('-').every((part) => isKnown(part, knownParts))
  })
}

export const isKnown = (word: string, known: ReadonlySet<string>): boolean =>
  known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1)))

/** A small letter is normal after a colon, so a capital there is a name. */
export function beginsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  if (/(?:^|\n)\s{0,3}[–•*-]?\s{0,3}[”“"]?$/.test(before)) return true
  if (/[”“"]$/.test(before)) return true
  const end = before.trimEnd()
  return /[.?!][”“"]?$/.test(end) && !leadsOn(end)
}
