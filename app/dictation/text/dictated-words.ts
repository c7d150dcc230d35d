import { endsInAbbreviation } from '../../text/abbreviations.ts'

/** `(hej”.` is `(`, `hej`, `”.` */
export type DictatedWord = { lead: string; core: string; marks: string }

const isLead = (char: string | undefined) => char !== undefined && '("”“'.includes(char)
const isMark = (char: string | undefined) => char !== undefined && '.,!?:;…)"”“'.includes(char)

export function* dictatedWords(text: string): Generator<DictatedWord, void> {
  for (const [word] of text.matchAll(/\S+/g)) yield partWord(word)
}

/** The point of an abbreviation does not count. */
export const hasMark = ({ core, marks }: DictatedWord): boolean =>
  /[.,!?:;…]/.test(marks) && !(marks === '.' && endsInAbbreviation(`${core}.`))

function partWord(word: string): DictatedWord {
  let start = 0
  while (isLead(word[start])) start++
  let end = word.length
  while (end > start && isMark(word[end - 1])) end--
  return { lead: word.slice(0, start), core: word.slice(start, end), marks: word.slice(end) }
}
