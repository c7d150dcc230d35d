import { findDatesAndTimes } from './dates-and-times.ts'
import { findIdentityNumbers } from './identity-numbers.ts'
import { chosenInTurns, foundInTurns, inTurns, sortedInTurns } from './give-way.ts'
import { nameKey, nameParts, nearestName } from './name-key.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { sameCase } from './plain-form.ts'
import type { PlainWords } from './plain-words.ts'
import { findStreetAddresses } from './street-addresses.ts'
import type { TextWord } from './text-words.ts'
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
export async function reviewFlags(
  { written, plain, words }: PlainWords,
  context: ReviewContext,
): Promise<ReviewFlag[]> {
  const isSpoken = marked(written.length, context.spokenWords)
  const finders: (() => Promise<readonly Found[]>)[] = [
    () => flagged('identityNumber', findIdentityNumbers(plain.text, context.now)),
    () => flagged('phone', findPhoneNumbers(plain.text)),
    () => flagged('address', findStreetAddresses(plain.text, words)),
    () => findDatesAndTimes(plain.text, words),
    () => flagged('number', chosenInTurns(words, isNumber)),
    () =>
      findNames(plain.text, {
        names: context.names,
        words,
        isSpoken: (word) => isSpoken(plain.asWritten(word)),
      }),
    () => flagged('negation', findNegations(plain.text, words)),
  ]
  const all: ReviewFlag[] = []
  const add = (found: Found) => {
    const origin = isSpoken(found) ? 'speech' : 'typed'
    if (origin === 'speech' || askedOfTyped.has(found.kind)) all.push({ ...found, origin })
  }
  for (const find of finders) {
    await inTurns(await find(), (found) => add({ ...found, ...plain.asWritten(found) }))
  }
  await inTurns(context.doubtfulWords, ({ start, end }) => {
    add(flag('doubtful', { start, end, text: written.slice(start, end) }))
  })
  return withoutOverlaps(all, written.length)
}

function marked(length: number, stretches: readonly Stretch[]) {
  const marks = new Uint8Array(length)
  for (const { start, end } of stretches) marks.fill(1, start, end)
  return ({ start, end }: Stretch) => marks.subarray(start, end).includes(1)
}

const flag = (kind: FlagKind, { start, end, text }: TextWord): Found => ({ kind, start, end, text })

const flagged = async (kind: FlagKind, words: Promise<readonly TextWord[]>): Promise<Found[]> =>
  (await words).map((word) => flag(kind, word))

const isNumber = ({ text }: TextWord) => /^[0-9]/.test(text) || numberWords.has(text.toLowerCase())

type NameContext = {
  names: readonly string[]
  words: readonly TextWord[]
  isSpoken: (word: TextWord) => boolean
}

/** Names of the case only where they were said: a machine may have heard another. */
async function findNames(text: string, { names, words, isSpoken }: NameContext) {
  const parts = nameParts(names)
  const known = new Set(parts.map((part) => sameCase(part)))
  const ofCase = await chosenInTurns(
    words,
    (word) => /^\p{Lu}/u.test(word.text) && isKnown(sameCase(word.text), known) && isSpoken(word),
  )
  const others = await foundInTurns(await findUnknownNames(text, words, names), (word) =>
    withNearest(word, parts),
  )
  const all = [...ofCase.map((word) => flag('name', word)), ...others]
  return firstOfEach(await sortedInTurns(all, ({ start }) => start))
}

async function firstOfEach(flags: readonly Found[]): Promise<Found[]> {
  const first = new Map<string, Found>()
  await inTurns(flags, (one) => {
    const name = nameKey(one.text)
    if (!first.has(name)) first.set(name, one)
  })
  return [...first.values()]
}

function withNearest(word: TextWord, parts: readonly string[]): Found {
  const suggestion = nearestName(word.text, parts)
  return { ...flag('name', word), ...(suggestion !== undefined && { suggestion }) }
}

/** "utan" is a negation only if none stands before it in the sentence: not in "inte här utan där". */
function findNegations(text: string, words: readonly TextWord[]): Promise<TextWord[]> {
  let isNegated = false
  let last = 0
  return chosenInTurns(words, (word) => {
    if (/[.?!\n]/.test(text.slice(last, word.start))) isNegated = false
    last = word.end
    const lower = word.text.toLowerCase()
    const isNegation = negations.has(lower) || (lower === 'utan' && !isNegated)
    isNegated ||= isNegation
    return isNegation
  })
}

async function withoutOverlaps(flags: readonly ReviewFlag[], length: number): Promise<ReviewFlag[]> {
  const isTaken = new Uint8Array(length)
  const kept = await chosenInTurns(await longestFirst(flags), ({ start, end }) => {
    if (end <= start || isTaken.subarray(start, end).includes(1)) return false
    isTaken.fill(1, start, end)
    return true
  })
  return sortedInTurns(kept, ({ start }) => start)
}

const longestFirst = (flags: readonly ReviewFlag[]) => sortedInTurns(flags, ({ start, end }) => start - end)
