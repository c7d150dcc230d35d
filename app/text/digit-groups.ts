import { inTurns } from './give-way.ts'

/** Digits that stand together. */
export type DigitGroup = {
  start: number
  end: number
  digits: string
  /** The sign between it and the group before, "" for space alone; null if they do not belong together. */
  joint: string | null
}

export type DigitRun = { groups: readonly DigitGroup[]; first: number; last: number; digits: string }

const between =
  /^(?: {1,3}| {0,2}(?:[\p{Pd}\u2212~+_*|·•/\\'’()[\]]|\) ?[\p{Pd}\u2212]|[\p{Pd}\u2212] ?\() {0,2}|[.:;]|, ?)$/u

const longestBetween = 6

// National numbers of other countries' form are told by their "+".
const international = /(?<![0-9])(?:\+|00)46(?:[ ()-]{0,2}[0-9]){7,10}(?![ -]?[0-9])/g

/** Without those of telephone numbers with a country code. */
export async function digitGroups(plain: string): Promise<DigitGroup[]> {
  const text = plain.replace(international, (found) => 'x'.repeat(found.length))
  const groups: DigitGroup[] = []
  const known = new Map<string, string | null>()
  const jointOf = (sign: string) => {
    const joint = known.get(sign) ?? (between.test(sign) ? sign.trim() : null)
    known.set(sign, joint)
    return joint
  }
  let end = -Infinity
  await inTurns(text.matchAll(/[0-9]+/g), ({ index: start, 0: digits }) => {
    const joint = start - end > longestBetween ? null : jointOf(text.slice(end, start))
    groups.push({ start, end: start + digits.length, digits, joint })
    end = start + digits.length
  })
  return groups
}

/**
 * Whether the groups are those of a personal identity number: parts of two, four or more digits, or digit by digit;
 * one sign all through the date, any before the last four. Not those of a date and a time, of a period or of a
 * telephone number.
 */
export function isWrittenAsNumber({ groups, first, last, digits }: DigitRun): boolean {
  const dateLength = digits.length - 4
  const firstPart = groups[first]!.digits
  let [read, dateSign, lastSign]: [number, string | null, string] = [0, null, '']
  let isDivided = first === last
  for (let at = first; at <= last; at++) {
    const { digits: part, joint } = groups[at]!
    const isWhole = read % 2 === 0 && part.length % 2 === 0
    if (!isWhole && part.length > 1) return false
    if (digits.length === 10 && read < dateLength && part.length !== firstPart.length) return false
    if (at > first) {
      if (read < dateLength) {
        dateSign ??= joint!
        if (joint !== dateSign || joint.includes('+')) return false
      } else if (read === dateLength) {
        isDivided = true
        lastSign = joint!
      }
      // "2026-09-14 14.30"
      else if (joint !== '' && (lastSign === '' || joint !== lastSign)) return false
    }
    read += part.length
  }
  if (digits.length === 10 && (!isDivided || isTelephone(firstPart, digits))) return false
  return !isPeriod({ groups, first, last, digits })
}

/** An undivided number may be of both kinds, but a mobile number hardly of somebody with a samordningsnummer. */
function isTelephone(firstPart: string, digits: string): boolean {
  const isUndivided = firstPart.length === 10 || firstPart.length === 1
  return isUndivided && digits.startsWith('07') && digits.slice(4, 6) > '60'
}

/** "2010-01-01–2010-02-01": the last four digits begin another date. */
function isPeriod({ groups, last, digits }: DigitRun): boolean {
  const next = groups[last + 1]
  return (
    /(?:19|20)[0-9]{2}$/.test(digits) && /^[\p{Pd}./]$/u.test(next?.joint ?? '') && next!.digits.length <= 2
  )
}

/** Whether it is not a part of a word, a decimal, a time or a date. */
export function isEdged(text: string, { groups, first, last, digits }: DigitRun): boolean {
  const [begin, end] = [groups[first]!, groups[last]!]
  const isLong = digits.length === 12 && begin.digits.length >= 8
  if (!isLong && (isLetter(text[begin.start - 1]) || isLetter(text[end.end]))) return false
  if (text[begin.start - 1] === '+') return false
  const before = signBetween(text, groups[first - 1], begin)
  if (isDecimalSign(before) && groups[first - 1]!.digits.length < 4) return false
  if (begin.digits.length < 6 && /^[\p{Pd}/]$/u.test(before)) return false
  const isDecimal = isDecimalSign(signBetween(text, end, groups[last + 1]))
  return isLong || !isDecimal || groups[last + 1]!.digits.length >= 4
}

/** If only one stands between them. */
const signBetween = (text: string, one: DigitGroup | undefined, other: DigitGroup | undefined) =>
  one && other?.start === one.end + 1 ? text[one.end]! : ''

const isDecimalSign = (sign: string) => /^[.,:]$/.test(sign)

const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign)
