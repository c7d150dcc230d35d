import { findIdentityNumbers } from './identity-numbers.ts'
import { chosenInTurns, foundInTurns, inTurns } from './give-way.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { findCarePlaces, findPlaceWords } from './care-places.ts'
import { findStreetAddresses } from './street-addresses.ts'
import { longPlainForm } from './long-plain-form.ts'
import { comparable, sameCase } from './plain-form.ts'
import { type TextWord, textWords, wordAt } from './text-words.ts'
import { findFirstNames, findUnknownNames, isKnown } from './unknown-names.ts'

/** Offsets in the text, end excluded. */
export type ThirdPersonWarning = {
  kind: 'name' | 'unknownName' | 'identityNumber' | 'phone' | 'address' | 'protectedPlace' | 'place'
  start: number
  end: number
  text: string
}

export type Reader = {
  readerName: string
  known: readonly { name: string; isReader: boolean; isProtected: boolean }[]
  /** Of nobody in the case, and not unknown to the reader. */
  familiarNames?: readonly string[]
  protectedPlaces: readonly string[]
  /** The reader's own number, twelve digits: no warning. */
  readerNumber?: string
  now: Date
}

/**
 * Only warns: a person weighs secrecy (offentlighets- och sekretesslag 2009:400, 26 kap. 1 §). Words for
 * places too if somebody is protected: they can show where that person is (21 kap. 3 a §).
 */
export async function thirdPersonWarnings(text: string, reader: Reader): Promise<ThirdPersonWarning[]> {
  const others = reader.known.filter(({ isReader }) => !isReader)
  const hasProtected = others.some(({ isProtected }) => isProtected)
  const allNames = [
    reader.readerName,
    ...reader.known.map(({ name }) => name),
    ...(reader.familiarNames ?? []),
  ]
  const names = { others: others.map(({ name }) => name), reader: readerNames(reader) }
  const plain = await longPlainForm(text)
  const words = await textWords(plain.text)
  // Of two that overlap, the first of this list.
  const finders: (readonly [ThirdPersonWarning['kind'], (text: string) => Promise<readonly TextWord[]>])[] = [
    ...reader.protectedPlaces.map(
      (place) => ['protectedPlace', (text: string) => findPlace(text, place)] as const,
    ),
    [
      'identityNumber',
      async (text) =>
        (await findIdentityNumbers(text, reader.now)).filter(({ number }) => number !== reader.readerNumber),
    ],
    ['phone', findPhoneNumbers],
    ['address', (text) => findStreetAddresses(text, words)],
    ['name', (text) => findNames(text, words, names)],
    ['place', (text) => findCarePlaces(text, words)],
    ['unknownName', (text) => findUnknownNames(text, words, allNames)],
    ['unknownName', () => findFirstNames(words, allNames)],
    ['place', async () => (hasProtected ? findPlaceWords(words) : [])],
  ]
  const warnings: ThirdPersonWarning[] = []
  for (const [kind, find] of finders) {
    await inTurns(await find(plain.text), (word) => void warnings.push({ kind, ...plain.asWritten(word) }))
  }
  return withoutOverlaps(warnings, text.length)
}

const readerNames = ({ readerName, known }: Reader) => [
  readerName,
  ...known.filter(({ isReader }) => isReader).map(({ name }) => name),
]

/** A family name that the reader shares gives no warning. */
async function findNames(
  text: string,
  words: readonly TextWord[],
  { others, reader }: { others: readonly string[]; reader: readonly string[] },
) {
  const own = partsOf(reader)
  const foreign = partsOf(others)
  for (const part of own) foreign.delete(part)
  const isForeign = ({ text }: TextWord) =>
    /^\p{Lu}/u.test(text) &&
    sameCase(text)
      .split('-')
      .some((part) => isKnown(part, foreign))
  return joined(text, await chosenInTurns(words, isForeign))
}

const partsOf = (names: readonly string[]) =>
  new Set(names.flatMap((name) => comparable(name).split(/[\s-]/)).filter((part) => part !== ''))

// No name has more parts; a list of names without commas is no name.
const mostParts = 5

function joined(text: string, words: readonly TextWord[]): TextWord[] {
  const names: { start: number; end: number; parts: number }[] = []
  for (const { start, end } of words) {
    const last = names.at(-1)
    const isNext = last && last.parts < mostParts && text.slice(last.end, start) === ' '
    if (isNext) names.splice(-1, 1, { start: last.start, end, parts: last.parts + 1 })
    else names.push({ start, end, parts: 1 })
  }
  return names.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
}

/** In any case, with any space or hyphen between its words, and in the genitive. */
async function findPlace(text: string, place: string): Promise<TextWord[]> {
  const words = comparable(place)
    .split(/[\s\p{Pd}]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const name = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\p{Pd}]{1,5}')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}](?=[\\p{L}\\p{N}]))${name}s?(?![\\p{L}\\p{N}])`, 'gu')
  return foundInTurns(sameCase(text).matchAll(pattern), (found) => {
    const { start, end } = wordAt(found)
    return { start, end, text: text.slice(start, end) }
  })
}

async function withoutOverlaps(
  warnings: readonly ThirdPersonWarning[],
  length: number,
): Promise<ThirdPersonWarning[]> {
  const isTaken = new Uint8Array(length)
  const kept = await chosenInTurns(warnings, ({ start, end }) => {
    if (isTaken.subarray(start, end).includes(1)) return false
    isTaken.fill(1, start, end)
    return true
  })
  return kept.toSorted((one, other) => one.start - other.start)
}
