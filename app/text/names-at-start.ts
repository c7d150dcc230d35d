import { isOrdinary } from './ordinary-first-words.ts'
import { comparable, sameCase } from './plain-form.ts'
import { type TextWord, textWords } from './text-words.ts'
import { beginsSentence, isKnown } from './unknown-names.ts'

/**
 * Where every word has a capital: neither an ordinary word nor one that the text has in small letters elsewhere.
 * A name that is an ordinary word too ("My", "Love") is not found, and a rare word is taken for a name.
 */
export function findNamesAtStart(text: string, known: readonly string[]): TextWord[] {
  const words = textWords(text)
  const knownParts = new Set(known.flatMap((name) => comparable(name).split(/[\s-]/)))
  const small = new Set(words.flatMap(({ text: word }) => (/^\p{Ll}/u.test(word) ? [word] : [])))
  return words.filter((word) => {
    if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word.text) || !beginsSentence(text, word.start)) return false
    const lower = sameCase(word.text)
    const isPlain = isOrdinary(lower) || small.has(lower)
    return !isPlain && !lower.split('-').every((part) => isKnown(part, knownParts))
  })
}
