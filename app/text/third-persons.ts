import { findIdentityNumbers } from './identity-numbers.ts'
import { inTurns } from './give-way.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { findCarePlaces, findPlaceWords } from './care-places.ts'
import { findStreetAddresses } from './street-addresses.ts'
import { comparable, plainForm, sameCase } from './plain-form.ts'
import { type TextWord, textWords } from './text-words.ts'
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
  const allNames = [reader.readerName, ...reader.known.map(({ name }) => name)]
  const names = { others: others.map(({ name }) => name), reader: readerNames(reader) }
  const plain = plainForm(text)
  // Of two that overlap, the first of this list.
  const finders: (readonly [ThirdPersonWarning['kind'], (text: string) => readonly TextWord[]])[] = [
    ...reader.protectedPlaces.map(
      (place) => ['protectedPlace', (text: string) => findPlace(text, place)] as const,
    ),
    [
      'identityNumber',
      (text) => findIdentityNumbers(text, reader.now).filter(({ number }) => number !== reader.readerNumber),
    ],
    ['phone', findPhoneNumbers],
    ['address', findStreetAddresses],
    ['name', (text) => findNames(text, names)],
    ['place', findCarePlaces],
    ['unknownName', (text) => findUnknownNames(text, allNames)],
    ['unknownName', (text) => findFirstNames(text, allNames)],
    ['place', (text) => (hasProtected ? findPlaceWords(text) : [])],
  ]
  const warnings: ThirdPersonWarning[] = []
  for (const [kind, find] of finders) {
    await inTurns(find(plain.text), (word) => void warnings.push({ kind, ...plain.asWritten(word) }))
  }
  return withoutOverlaps(warnings, text.length)
}

const readerNames = ({ readerName, known }: Reader) => [
  readerName,
  ...known.filter(({ isReader }) => isReader).map(({ name }) => name),
]

/** A family name that the reader shares gives no warning. */
function findNames(
  text: string,
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
  return joined(text, textWords(text).filter(isForeign))
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
function findPlace(text: string, place: string): TextWord[] {
  const words = comparable(place)
    .split(/[\s\p{Pd}]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const name = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\p{Pd}]{1,5}')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}](?=[\\p{L}\\p{N}]))${name}s?(?![\\p{L}\\p{N}])`, 'gu')
  return [...sameCase(text).matchAll(pattern)].map(({ index: start, 0: found }) => {
    const end = start + found.length
    return { start, end, text: text.slice(start, end) }
  })
}

function withoutOverlaps(warnings: readonly ThirdPersonWarning[], length: number): ThirdPersonWarning[] {
  const isTaken = new Uint8Array(length)
  const kept = warnings.filter(({ start, end }) => {
    if (isTaken.subarray(start, end).includes(1)) return false
    isTaken.fill(1, start, end)
    return true
  })
  return kept.toSorted((one, other) => one.start - other.start)
}
