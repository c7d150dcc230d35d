import { findDatesAndTimes } from './dates-and-times.ts'
import { findIdentityNumbers } from './identity-numbers.ts'
import { isOneEditApart } from './one-edit-apart.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { findStreetAddresses } from './street-addresses.ts'
import { type TextWord, textWords } from './text-words.ts'
import { findUnknownNames, isKnown } from './unknown-names.ts'

export type FlagKind =
  'identityNumber' | 'phone' | 'address' | 'date' | 'time' | 'number' | 'name' | 'negation' | 'doubtful'

/** Offsets in the text, end excluded. */
export type ReviewFlag = {
  kind: FlagKind
  start: number
  end: number
  text: string
  suggestion?: string
}

export type ReviewContext = {
  names: readonly string[]
  doubtfulWords: readonly { start: number; end: number }[]
  now: Date
}

const negations = new Set('inte ej icke ingen inga inget ingenting aldrig varken'.split(' '))

// "ett" and "en" are left out: usually articles.
const numberWords = new Set(
  (
    'två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo ' +
    'trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen'
  ).split(' '),
)

/** In text order. A name only the first time; of two that overlap, the longer one. */
export function reviewFlags(text: string, { names, doubtfulWords, now }: ReviewContext): ReviewFlag[] {
  const words = textWords(text)
  const all: ReviewFlag[] = [
    ...findIdentityNumbers(text, now).map(({ start, end, text }) =>
      flag('identityNumber', { start, end, text }),
    ),
    ...findPhoneNumbers(text).map((word) => flag('phone', word)),
    ...findStreetAddresses(text).map((word) => flag('address', word)),
    ...findDatesAndTimes(text),
    ...words.filter(isNumber).map((word) => flag('number', word)),
    ...findNames(text, { names, words }),
    ...findNegations(text, words).map((word) => flag('negation', word)),
    ...doubtfulWords.map(({ start, end }) => flag('doubtful', { start, end, text: text.slice(start, end) })),
  ]
  return withoutOverlaps(all)
}

const flag = (kind: FlagKind, { start, end, text }: TextWord): ReviewFlag => ({ kind, start, end, text })

const isNumber = ({ text }: TextWord) => /^[0-9]/.test(text) || numberWords.has(text.toLowerCase())

function findNames(text: string, { names, words }: { names: readonly string[]; words: readonly TextWord[] }) {
  const parts = names.flatMap((name) => name.split(' ')).filter((part) => part !== '')
  const known = new Set(parts.map((part) => part.toLowerCase()))
  const ofCase = words.filter(({ text }) => /^\p{Lu}/u.test(text) && isKnown(text.toLowerCase(), known))
  const others = findUnknownNames(text, names)
  const all = [...ofCase.map((word) => flag('name', word)), ...others.map((word) => withNearest(word, parts))]
  return firstOfEach(all.toSorted((one, other) => one.start - other.start))
}

function firstOfEach(flags: readonly ReviewFlag[]): ReviewFlag[] {
  const first = new Map<string, ReviewFlag>()
  for (const one of flags) {
    const name = one.text.toLowerCase().replace(/s$/, '')
    if (!first.has(name)) first.set(name, one)
  }
  return [...first.values()]
}

function withNearest(word: TextWord, parts: readonly string[]): ReviewFlag {
  const name = word.text.toLowerCase()
  const suggestion = parts.find((part) => part.length > 3 && isOneEditApart(part.toLowerCase(), name))
  return { ...flag('name', word), ...(suggestion !== undefined && { suggestion }) }
}

/** "utan" is a negation only if none stands before it in the sentence: not in "inte här utan där". */
function findNegations(text: string, words: readonly TextWord[]): TextWord[] {
  let isNegated = false
  let last = 0
  return words.filter((word) => {
    if (/[.?!\n]/.test(text.slice(last, word.start))) isNegated = false
    last = word.end
    const lower = word.text.toLowerCase()
    const isNegation = negations.has(lower) || (lower === 'utan' && !isNegated)
    isNegated ||= isNegation
    return isNegation
  })
}

function withoutOverlaps(flags: readonly ReviewFlag[]): ReviewFlag[] {
  const kept: ReviewFlag[] = []
  const isTaken: boolean[] = []
  for (const one of flags.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (one.end <= one.start || isTaken.slice(one.start, one.end).includes(true)) continue
    for (let at = one.start; at < one.end; at++) isTaken[at] = true
    kept.push(one)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
