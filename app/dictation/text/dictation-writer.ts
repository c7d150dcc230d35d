import { endsInAbbreviation, leadsOn } from '../../text/abbreviations.ts'
import type { Command } from './command-table.ts'

export type Writing = {
  text: string
  tail: string
  isQuoteOpen: boolean
  isAtStart: boolean
  /** No space before the next word, as after an opening quotation mark. */
  isJoined: boolean
}

const reach = 40

export function startWriting(before: string): Writing {
  const isQuoteOpen = endsInQuotation(before)
  const tail = before.slice(-reach)
  return {
    text: '',
    tail,
    isQuoteOpen,
    isAtStart: isAtSentenceStart(tail, isQuoteOpen),
    isJoined: tail.endsWith('(') || (isQuoteOpen && /[”“"]$/.test(tail)) || /[\p{L}\p{N}]-$/u.test(tail),
  }
}

export function writeWord(writing: Writing, word: string): void {
  const isFreeFromHyphen = writing.tail.endsWith('-') && /^(?:och|eller|samt)$/i.test(word)
  const blank = writing.isJoined && !isFreeFromHyphen ? '' : blankBefore(writing)
  append(writing, blank + (writing.isAtStart ? capitalised(word) : word))
  const quote = /[”“"]/.exec(word)
  if (quote) writing.isQuoteOpen = quote.index === 0 && !/[”“"][^”“"]*$/.test(word.slice(1))
  writing.isJoined = false
  if (/[\p{L}\p{N}]/u.test(word)) writing.isAtStart = false
}

export function writeCommand(writing: Writing, command: Command): void {
  switch (command.kind) {
    case 'mark':
      return writeMark(writing, command.text)
    case 'break':
      return writeBreak(writing, command.text)
    case 'quote':
      return writeQuote(writing)
    case 'bracket':
      append(writing, command.text === '(' ? `${joint(writing)}(` : ')')
      writing.isJoined = command.text === '('
      return
    case 'sign':
      append(writing, joint(writing) + command.text)
      writing.isJoined = false
      return
    case 'hyphen':
      append(writing, '-')
      writing.isJoined = true
  }
}

/** Replaces the engine's mark; two marks never follow each other. */
function writeMark(writing: Writing, mark: string): void {
  if (!endsInAbbreviation(writing.tail)) takeBack(writing, /[.,!?:;…]{1,3}$/)
  writing.isJoined = false
  if (writing.tail === '' || writing.tail.endsWith('\n')) return
  const isDoubled = endsInAbbreviation(writing.tail) ? mark === '.' : /[.,!?:;…]$/.test(writing.tail)
  if (!isDoubled) append(writing, mark)
  writing.isAtStart = /[.?!]$/.test(writing.tail) && !leadsOn(writing.tail)
}

/** At most one blank line, and none at the top. */
function writeBreak(writing: Writing, wanted: '\n' | '\n\n'): void {
  takeBack(writing, /,$/)
  const has = /\n{0,2}$/.exec(writing.tail)![0].length
  const add = wanted === '\n' ? Math.min(1, 2 - has) : 2 - has
  if (writing.tail !== '') append(writing, '\n'.repeat(add))
  writing.isAtStart = true
  writing.isJoined = false
}

function writeQuote(writing: Writing): void {
  append(writing, writing.isQuoteOpen ? '”' : `${joint(writing)}”`)
  // "”Kom hit!” sa hon", but "”… nu.” Sedan gick hon".
  if (writing.isQuoteOpen) writing.isAtStart = writing.tail.endsWith('.”')
  writing.isJoined = !writing.isQuoteOpen
  writing.isQuoteOpen = !writing.isQuoteOpen
}

const joint = (writing: Writing) => (writing.isJoined ? '' : blankBefore(writing))

const blankBefore = ({ tail }: Writing) => (tail === '' || /\s$/.test(tail) ? '' : ' ')

const capitalised = (word: string) => word.replace(/^[("”“]*\p{Ll}/u, (start) => start.toUpperCase())

function append(writing: Writing, text: string): void {
  writing.text += text
  writing.tail = (writing.tail + text).slice(-reach)
}

/** Never takes back text from before this phrase. */
function takeBack(writing: Writing, end: RegExp): void {
  const length = end.exec(writing.text.slice(-3))?.[0].length ?? 0
  if (length === 0) return
  writing.text = writing.text.slice(0, -length)
  writing.tail = writing.tail.slice(0, -length)
}

// A quotation longer than two pages has been forgotten.
const longestQuotation = 5000

/** Swedish writes opening and closing quotation marks alike. */
function endsInQuotation(before: string): boolean {
  const text = before.slice(-longestQuotation)
  const last = Math.max(text.lastIndexOf('”'), text.lastIndexOf('“'), text.lastIndexOf('"'))
  return last === 0 ? text === before : last > 0 && /[\s(]/.test(text[last - 1]!)
}

function isAtSentenceStart(tail: string, isQuoteOpen: boolean): boolean {
  const opened = isQuoteOpen ? tail.replace(/[”“"(]{1,2}$/, '') : tail.replace(/\($/, '')
  if (opened.trimEnd() === '' || /\n ?$/.test(opened)) return true
  const end = opened.trimEnd()
  if (!isQuoteOpen && /[”“"]$/.test(end)) return /\.[”“"]$/.test(end)
  return /[.?!]$/.test(end) && !leadsOn(end)
}
