import { foundInTurns } from './give-way.ts'
import { type TextWord, wordAt } from './text-words.ts'

const streetEnd =
  /(?:gatan|gata|vägen|väg|gränd|gränden|torget|torg|stigen|stig|allén|allé|backen|backe|plan|platsen|plats|leden|kajen|esplanaden|parken|gården)$/
const sureStreetEnd = /.(?:gatan|vägen|gränd|gränden|torget|stigen|allén|backen|kajen|esplanaden)$/
const secondWord = /^(?:gatan|vägen|gränd|torget|torg|plan|plats|allé|allén)$/
const houseNumber = /^[0-9]{1,4}(?:-[0-9]{1,4})?[A-Ha-h]?$/

/** "Storgatan 4", "Södra vägen 12 B", "Björkstigen", and postal towns like "123 45 Ekdala". */
export async function findStreetAddresses(text: string, words: readonly TextWord[]): Promise<TextWord[]> {
  const streets = await findStreets(text, words)
  return [...streets, ...(await findPostalTowns(text))].toSorted((one, other) => one.start - other.start)
}

function findStreets(text: string, words: readonly TextWord[]): Promise<TextWord[]> {
  return foundInTurns(words, (word, index) => {
    const lower = word.text.toLowerCase()
    if (!streetEnd.test(lower)) return null
    const before = words[index - 1]
    const isSecond =
      before !== undefined && secondWord.test(lower) && isCapitalised(before) && isNext(text, before, word)
    const start = isSecond ? before.start : word.start
    const end = houseEnd(text, words, index)
    const hasHouse = end > word.end
    const isNamed = isSecond ? hasHouse || isCapitalised(word) : isCapitalised(word)
    const isStreet = isNamed && (hasHouse || isSecond || sureStreetEnd.test(lower))
    return isStreet ? { text: text.slice(start, end), start, end } : null
  })
}

function houseEnd(text: string, words: readonly TextWord[], street: number): number {
  const [name, number, letter] = words.slice(street, street + 3)
  if (!number || !houseNumber.test(number.text) || !isNext(text, name!, number)) return name!.end
  const hasLetter = letter !== undefined && /^[A-H]$/.test(letter.text) && isNext(text, number, letter)
  return hasLetter ? letter.end : number.end
}

function findPostalTowns(text: string): Promise<TextWord[]> {
  const pattern = /(?<![\p{L}\p{N}-]|[0-9][ .,])[1-9][0-9]{2} ?[0-9]{2} {1,2}\p{Lu}\p{L}{1,30}(?!\p{L})/gu
  return foundInTurns(text.matchAll(pattern), wordAt)
}

const isCapitalised = ({ text }: TextWord) => /^\p{Lu}/u.test(text)

const isNext = (text: string, one: TextWord, other: TextWord) => text.slice(one.end, other.start) === ' '
