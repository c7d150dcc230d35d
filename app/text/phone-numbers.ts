import { foundInTurns } from './give-way.ts'
import { type TextWord, wordAt } from './text-words.ts'

// National (0 + 7 to 9 digits) and international (+46 or 0046 + 7 to 10); at most two signs between digits.
const pattern =
  /(?<![\p{L}\p{N}+]|[\p{L}\p{N}]-)(?!0[1-9]([./\p{Pd} ])[01][0-9]\1(?:19|20)[0-9]{2}(?![0-9]))(?:(?:\+|00)46(?:[ ()./\p{Pd}\u2212]{0,2}[0-9]){7,10}|0[1-9](?:[ ./\p{Pd}\u2212]{0,2}[0-9]){6,8})(?![\p{L}\p{N}]|-[\p{L}\p{N}])/gu

/** @param text in its plain form (plain-form.ts) */
export function findPhoneNumbers(text: string): Promise<TextWord[]> {
  return foundInTurns(text.matchAll(pattern), (found) => (isNumber(found) ? wordAt(found) : null))
}

/** Equal for a number as it is called from here and from abroad, however it is divided. */
export const phoneKey = (number: string): string => number.replace(/\D/g, '').replace(/^(?:0046|46)0?/, '0')

/** Eight digits with only spaces or points between them may be a date. */
const isNumber = ([number]: RegExpExecArray) =>
  /[/+\p{Pd}\u2212]/u.test(number) || number.replace(/\D/g, '').length > 8
