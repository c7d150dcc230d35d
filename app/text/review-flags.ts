import { findDatesAndTimes } from './dates-and-times.ts'
import { findIdentityNumbers } from './identity-numbers.ts'
import { giveWay, inTurns } from './give-way.ts'
import { nameKey, nameParts, nearestName } from './name-key.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { plainForm, sameCase } from './plain-form.ts'
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
  /** A machine wrote it down, or somebody typed it. */
  origin: 'speech' | 'typed'
  suggestion?: string
}

type Stretch = { start: number; end: number }
type Found = Omit<ReviewFlag, 'origin'>

export type ReviewContext = {
  names: readonly string[]
  /** All else is typed. */
  spokenWords: readonly Stretch[]
  doubtfulWords: readonly Stretch[]
  now: Date
}

/** Who has just typed a word knows it: only what would harm somebody is asked about. */
const askedOfTyped: ReadonlySet<FlagKind> = new Set(['identityNumber', 'phone', 'address', 'name'])

const negations = new Set('inte ej icke ingen inga inget ingenting aldrig varken'.split(' '))

// "ett" and "en" are left out: usually articles.
const numberWords = new Set(
  (
    'två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo ' +
    'trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen'
  ).split(' '),
)

/** In text order. A name only the first time; of two that overlap, the longer one. */
export async function reviewFlags(text: string, context: ReviewContext): Promise<ReviewFlag[]> {
  const plain = plainForm(text)
  const words = textWords(plain.text)
  const isSpoken = marked(text.length, context.spokenWords)
  await giveWay()
  const finders: (() => readonly Found[])[] = [
    () => findIdentityNumbers(plain.text, context.now).map((word) => flag('identityNumber', word)),
    () => findPhoneNumbers(plain.text).map((word) => flag('phone', word)),
    () => findStreetAddresses(plain.text).map((word) => flag('address', word)),
    () => findDatesAndTimes(plain.text),
    () => words.filter(isNumber).map((word) => flag('number', word)),
    () =>
      findNames(plain.text, {
        names: context.names,
        words,
        isSpoken: (word) => isSpoken(plain.asWritten(word)),
      }),
    () => findNegations(plain.text, words).map((word) => flag('negation', word)),
  ]
  const all: ReviewFlag[] = []
  const add = (found: Found) => {
    const origin = isSpoken(found) ? 'speech' : 'typed'
    if (origin === 'speech' || askedOfTyped.has(found.kind)) all.push({ ...found, origin })
  }
  for (const find of finders) {
    await inTurns(find(), (found) => add({ ...found, ...plain.asWritten(found) }))
  }
  await inTurns(context.doubtfulWords, ({ start, end }) => {
    add(flag('doubtful', { start, end, text: text.slice(start, end) }))
  })
  await giveWay()
  return withoutOverlaps(all, text.length)
}

function marked(length: number, stretches: readonly Stretch[]) {
  const marks = new Uint8Array(length)
  for (const { start, end } of stretches) marks.fill(1, start, end)
  return ({ start, end }: Stretch) => marks.subarray(start, end).includes(1)
}

const flag = (kind: FlagKind, { start, end, text }: TextWord): Found => ({ kind, start, end, text })

const isNumber = ({ text }: TextWord) => /^[0-9]/.test(text) || numberWords.has(text.toLowerCase())

type NameContext = {
  names: readonly string[]
  words: readonly TextWord[]
  isSpoken: (word: TextWord) => boolean
}

/** Names of the case only where they were said: a machine may have heard another. */
function findNames(text: string, { names, words, isSpoken }: NameContext) {
  const parts = nameParts(names)
  const known = new Set(parts.map((part) => sameCase(part)))
  const ofCase = words.filter(
    (word) => /^\p{Lu}/u.test(word.text) && isKnown(sameCase(word.text), known) && isSpoken(word),
  )
  const others = findUnknownNames(text, names)
  const all = [...ofCase.map((word) => flag('name', word)), ...others.map((word) => withNearest(word, parts))]
  return firstOfEach(all.toSorted((one, other) => one.start - other.start))
}

function firstOfEach(flags: readonly Found[]): Found[] {
  const first = new Map<string, Found>()
  for (const one of flags) {
    const name = nameKey(one.text)
    if (!first.has(name)) first.set(name, one)
  }
  return [...first.values()]
}

function withNearest(word: TextWord, parts: readonly string[]): Found {
  const suggestion = nearestName(word.text, parts)
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

function withoutOverlaps(flags: readonly ReviewFlag[], length: number): ReviewFlag[] {
  const kept: ReviewFlag[] = []
  const isTaken = new Uint8Array(length)
  for (const one of flags.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (one.end <= one.start || isTaken.subarray(one.start, one.end).includes(1)) continue
    isTaken.fill(1, one.start, one.end)
    kept.push(one)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
