import { chosenInTurns, foundInTurns } from './give-way.ts'
import type { TextWord } from './text-words.ts'

/** Only counted with a name beside them. */
const namedPlace =
  /^(?:[\p{L}]{1,30})?(?:sjukhus|sjukhuset|skola|skolan|skolans|förskola|förskolan|gymnasium|gymnasiet|fritids|jourhem|jourhemmet|familjehem|familjehemmet|ungdomshem|ungdomshemmet|behandlingshem|behandlingshemmet|stödboende|stödboendet|boende|boendet|vårdcentral|vårdcentralen|mottagning|mottagningen|avdelning|avdelningen|hvb)$/u

const hiddenPlace = /^(?:jourhem|jourhemmet|kvinnojour|kvinnojouren|ungdomshem|ungdomshemmet)$/

/** Checked when somebody in the case is protected; compounds too. */
const placeWord =
  /(?:sjukhus(?:et|ets)?|avdelning(?:en|ens)?|arbetsplats(?:en|ens)?|skola(?:n|ns)?|adress(?:en|er|erna)?|vårdcentral(?:en)?|boende(?:t|ts)?|jourhem(?:met|mets)?|familjehem(?:met)?)$/

export function findCarePlaces(text: string, words: readonly TextWord[]): Promise<TextWord[]> {
  return foundInTurns(words, (word, index) => {
    const lower = word.text.toLowerCase()
    if (!namedPlace.test(lower) && !hiddenPlace.test(lower)) return null
    const [before, after] = [words[index - 1], words[index + 1]]
    if (/^boendet?$/.test(lower)) {
      const isSheltered = before && /^skydda(?:t|de)$/i.test(before.text) && isNext(text, before, word)
      if (isSheltered) return span(text, before.start, word.end)
    }
    const start = before && isName(before, text) && isNext(text, before, word) ? before.start : word.start
    const end = after && isCapitalised(after) && isNext(text, word, after) ? after.end : word.end
    const isCarePlace = start < word.start || end > word.end || hiddenPlace.test(lower)
    return isCarePlace ? span(text, start, end) : null
  })
}

export function findPlaceWords(words: readonly TextWord[]): Promise<TextWord[]> {
  return chosenInTurns(words, ({ text: word }) => placeWord.test(word.slice(-40).toLowerCase()))
}

const span = (text: string, start: number, end: number): TextWord => ({
  start,
  end,
  text: text.slice(start, end),
})

const isCapitalised = ({ text }: TextWord) => /^\p{Lu}\p{Ll}/u.test(text)

/** A capital at the start of a sentence does not show a name: "Hennes skola". */
const isName = (word: TextWord, text: string) =>
  isCapitalised(word) && !/(?:^|[.?!\n])\s{0,3}$/.test(text.slice(Math.max(0, word.start - 4), word.start))

const isNext = (text: string, one: TextWord, other: TextWord) => text.slice(one.end, other.start) === ' '
