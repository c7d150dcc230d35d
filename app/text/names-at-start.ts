import { chosenInTurns, inTurns } from './give-way.ts'
import { isOrdinary } from './ordinary-first-words.ts'
import { comparable, sameCase } from './plain-form.ts'
import type { TextWord } from './text-words.ts'
import { beginsSentence, isKnown } from './unknown-names.ts'

/**
 * Where every word has a capital: neither an ordinary word nor one that the text has in small letters elsewhere.
 * A name that is an ordinary word too ("My", "Love") is not found, and a rare word is taken for a name.
 */
export async function findNamesAtStart(
  text: string,
  words: readonly TextWord[],
  known: readonly string[],
): Promise<TextWord[]> {
  const knownParts = new Set(known.flatMap((name) => comparable(name).split(/[\s-]/)))
  const small = new Set<string>()
  await inTurns(words, ({ text: word }) => {
    if (/^\p{Ll}/u.test(word)) small.add(word)
  })
  return chosenInTurns(words, (word) => {
    if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word.text) || !beginsSentence(text, word.start)) return false
    const lower = sameCase(word.text)
    const isPlain = isOrdinary(lower) || small.has(lower)
    return !isPlain && !lower.split('-').every((part) => isKnown(part, knownParts))
  })
}
