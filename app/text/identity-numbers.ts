import { isPersonalIdentityNumber } from '../person/personal-identity-number.ts'

export type IdentityNumber = {
  /** Offsets in the text, end excluded. */
  start: number
  end: number
  text: string
  number: string
}

type Group = { start: number; end: number; digits: string }

const shapes = new Set([
  ...['12', '8 4', '4 2 2 4', '4 4 4', '2 2 2 2 4', '4 2 2 2 2', '8 2 2', '2 2 2 2 2 2'],
  ...['10', '6 4', '2 2 2 4', '6 2 2', '2 2 2 2 2'],
])

const maxGroups = 6

/**
 * Checks date and check digit. Ten digits mean the last hundred years; with "+", the hundred years
 * before (folkbokföringslag 1991:481 18 §).
 */
export function findIdentityNumbers(text: string, now: Date): IdentityNumber[] {
  const groups = digitGroups(text)
  const found: IdentityNumber[] = []
  for (let at = 0; at < groups.length; at++) {
    const match = longestFrom(text, groups.slice(at, at + maxGroups), now)
    if (!match) continue
    found.push(match.found)
    at += match.length - 1
  }
  return found
}

function longestFrom(text: string, groups: readonly Group[], now: Date) {
  for (let length = groups.length; length > 0; length--) {
    const found = asNumber(text, groups.slice(0, length), now)
    if (found) return { found, length }
  }
  return null
}

function asNumber(text: string, groups: readonly Group[], now: Date): IdentityNumber | null {
  if (!shapes.has(groups.map(({ digits }) => digits.length).join(' '))) return null
  const digits = groups.map((group) => group.digits).join('')
  let plus = false
  let read = groups[0]!.digits.length
  for (const [index, group] of groups.slice(1).entries()) {
    const between = text.slice(groups[index]!.end, group.start)
    const isBeforeLastFour = read === digits.length - 4
    const isInDate = read < digits.length - 4 && groups[0]!.digits.length === 4
    if (!isJoint(between, { isBeforeLastFour, isInDate })) return null
    plus ||= between.includes('+')
    read += group.digits.length
  }
  const number = digits.length === 12 ? digits : withCentury(digits, plus, now)
  if (!isPersonalIdentityNumber(number, now)) return null
  const { start } = groups[0]!
  const { end } = groups.at(-1)!
  return { start, end, text: text.slice(start, end), number }
}

/** A space, or a comma and a space when read aloud. */
function isJoint(between: string, place: { isBeforeLastFour: boolean; isInDate: boolean }): boolean {
  if (/^,?[ \u00a0]$/.test(between)) return true
  if (place.isBeforeLastFour) return /^ ?[-+–] ?$/.test(between)
  return place.isInDate && between === '-'
}

function withCentury(ten: string, plus: boolean, now: Date): string {
  const year = now.getUTCFullYear()
  const century = Math.floor(year / 100) - (Number(ten.slice(0, 2)) > year % 100 ? 1 : 0) - (plus ? 1 : 0)
  const number = `${century}${ten}`
  // This year but still in the future: a hundred years ago.
  return isPersonalIdentityNumber(number, now) || plus ? number : `${century - 1}${ten}`
}

function digitGroups(text: string): Group[] {
  return [...text.matchAll(/[0-9]+/g)].flatMap((run) => {
    const start = run.index
    const end = start + run[0].length
    const isPart = isGlued(text[start - 1], text[start - 2]) || isGlued(text[end], text[end + 1])
    return isPart || run[0].length > 12 ? [{ start, end, digits: '' }] : [{ start, end, digits: run[0] }]
  })
}

const isGlued = (neighbour: string | undefined, beyond: string | undefined) =>
  neighbour !== undefined &&
  (/[\p{L}]/u.test(neighbour) || (/[.,:/]/.test(neighbour) && beyond !== undefined && /[0-9]/.test(beyond)))
