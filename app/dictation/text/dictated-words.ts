import { endsInAbbreviation } from '../../text/abbreviations.ts'

/** One word of an engine's text, with the marks it stands between: `(hej”.` is `(`, `hej`, `”.` */
export type DictatedWord = { lead: string; core: string; marks: string }

const isLead = (char: string | undefined) => char !== undefined && '("”“'.includes(char)
const isMark = (char: string | undefined) => char !== undefined && '.,!?:;…)"”“'.includes(char)

/** Parts a text at its blanks and line breaks. A mark that stands alone is a word without a core. */
export function dictatedWords(text: string): DictatedWord[] {
  return text.split(/\s/).flatMap((word) => (word === '' ? [] : [partWord(word)]))
}

/** Whether the engine ended a sentence or a part of one here; the point of an abbreviation does not. */
export const hasMark = ({ core, marks }: DictatedWord): boolean =>
  /[.,!?:;…]/.test(marks) && !(marks === '.' && endsInAbbreviation(`${core}.`))

function partWord(word: string): DictatedWord {
  let start = 0
  while (isLead(word[start])) start++
  let end = word.length
  while (end > start && isMark(word[end - 1])) end--
  return { lead: word.slice(0, start), core: word.slice(start, end), marks: word.slice(end) }
}
