import { findIdentityNumbers } from './identity-numbers.ts'
import { findPhoneNumbers } from './phone-numbers.ts'
import { findCarePlaces, findPlaceWords } from './care-places.ts'
import { findStreetAddresses } from './street-addresses.ts'
import { type TextWord, textWords } from './text-words.ts'
import { findUnknownNames, isKnown } from './unknown-names.ts'

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
export function thirdPersonWarnings(text: string, reader: Reader): ThirdPersonWarning[] {
  const others = reader.known.filter(({ isReader }) => !isReader)
  const hasProtected = others.some(({ isProtected }) => isProtected)
  const allNames = [reader.readerName, ...reader.known.map(({ name }) => name)]
  const numbers = findIdentityNumbers(text, reader.now).filter(({ number }) => number !== reader.readerNumber)
  return withoutOverlaps([
    ...reader.protectedPlaces.flatMap((place) => warn('protectedPlace', findPlace(text, place))),
    ...warn('identityNumber', numbers),
    ...warn('phone', findPhoneNumbers(text)),
    ...warn('address', findStreetAddresses(text)),
    ...warn('name', findNames(text, { others: others.map(({ name }) => name), reader: readerNames(reader) })),
    ...warn('place', findCarePlaces(text)),
    ...warn('unknownName', findUnknownNames(text, allNames)),
    ...warn('place', hasProtected ? findPlaceWords(text) : []),
  ])
}

const warn = (kind: ThirdPersonWarning['kind'], words: readonly TextWord[]): ThirdPersonWarning[] =>
  words.map(({ start, end, text }) => ({ kind, start, end, text }))

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
    text
      .toLowerCase()
      .split('-')
      .some((part) => isKnown(part, foreign))
  return joined(text, textWords(text).filter(isForeign))
}

const partsOf = (names: readonly string[]) =>
  new Set(names.flatMap((name) => name.toLowerCase().split(/[\s-]/)).filter((part) => part !== ''))

function joined(text: string, words: readonly TextWord[]): TextWord[] {
  const names: TextWord[] = []
  for (const word of words) {
    const last = names.at(-1)
    const isNext = last && text.slice(last.end, word.start) === ' '
    if (isNext)
      names.splice(-1, 1, { start: last.start, end: word.end, text: text.slice(last.start, word.end) })
    else names.push(word)
  }
  return names
}

function findPlace(text: string, place: string): TextWord[] {
  const name = place.trim().toLowerCase()
  const lower = text.toLowerCase()
  const found: TextWord[] = []
  if (name === '' || lower.length !== text.length) return found
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + name.length)) {
    const end =
      at + name.length + (/^s(?!\p{L})/u.test(lower.slice(at + name.length, at + name.length + 2)) ? 1 : 0)
    if (isWordEdge(text, at) && isWordEdge(text, end))
      found.push({ start: at, end, text: text.slice(at, end) })
  }
  return found
}

const isWordEdge = (text: string, at: number) =>
  !(/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? ''))

function withoutOverlaps(warnings: readonly ThirdPersonWarning[]): ThirdPersonWarning[] {
  const isTaken: boolean[] = []
  const kept = warnings.filter(({ start, end }) => {
    if (isTaken.slice(start, end).includes(true)) return false
    for (let at = start; at < end; at++) isTaken[at] = true
    return true
  })
  return kept.toSorted((one, other) => one.start - other.start)
}
