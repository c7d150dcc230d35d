import { isOneEditApart } from './one-edit-apart.ts'
import { comparable, plainForm, sameCase } from './plain-form.ts'

/** Equal for a name and the same one in the genitive, in other capitals or with unseen signs. */
export const nameKey = (written: string): string => comparable(written).replace(/s$/, '')

/** Of full names, each part as it is written. */
export const nameParts = (names: readonly string[]): string[] =>
  names.flatMap((name) => plainForm(name).text.split(' ')).filter((part) => part !== '')

/** The one that may have been meant: one letter from the word. Short ones are too like each other. */
export function nearestName(word: string, parts: readonly string[]): string | undefined {
  const name = comparable(word)
  return parts.find((part) => part.length > 3 && isOneEditApart(sameCase(part), name))
}
