import { isPersonalIdentityNumber, passesLuhn } from '../person/personal-identity-number.ts'
import { foundInTurns } from './give-way.ts'
import { type DigitGroup, digitGroups, isEdged, isWrittenAsNumber } from './digit-groups.ts'
import { longPlainForm } from './long-plain-form.ts'
import { stockholmClock } from '../calendar/stockholm-moment.ts'

export type IdentityNumber = {
  /** Offsets in the text, end excluded. */
  start: number
  end: number
  text: string
  number: string
}

const longest = 12

/**
 * However it is written: with any sign between its parts, in twos or digit by digit, in the digits of any script.
 * Checks date and check digit. Ten digits mean the last hundred years; with "+", the hundred years before
 * (folkbokföringslag 1991:481 18 §).
 */
export async function findIdentityNumbers(text: string, now: Date): Promise<IdentityNumber[]> {
  const plain = await longPlainForm(text)
  const groups = await digitGroups(plain.text)
  let next = 0
  return foundInTurns(groups, (_group, at) => {
    const match = at < next ? null : longestFrom(plain.text, groups, at, now)
    if (!match) return null
    next = match.last + 1
    return { ...plain.asWritten(match), number: match.number }
  })
}

function longestFrom(text: string, groups: readonly DigitGroup[], first: number, now: Date) {
  let digits = ''
  let match: { start: number; end: number; number: string; last: number } | null = null
  for (let last = first; last < groups.length; last++) {
    const group = groups[last]!
    if (last > first && group.joint === null) break
    digits += group.digits
    if (digits.length > longest) break
    if (digits.length !== 10 && digits.length !== longest) continue
    if (!passesLuhn(digits.slice(-10))) continue
    const run = { groups, first, last, digits }
    if (!isWrittenAsNumber(run) || !isEdged(text, run)) continue
    const number = asNumber(digits, run.groups.slice(first + 1, last + 1), now)
    if (number) match = { start: groups[first]!.start, end: group.end, number, last }
  }
  return match
}

function asNumber(digits: string, rest: readonly DigitGroup[], now: Date): string | null {
  const isOverHundred = rest.some(({ joint }) => joint?.includes('+'))
  const number = digits.length === longest ? digits : withCentury(digits, isOverHundred, now)
  return isPersonalIdentityNumber(number, now) ? number : null
}

function withCentury(ten: string, plus: boolean, now: Date): string {
  const year = Number(stockholmClock(now).day.slice(0, 4))
  const century = Math.floor(year / 100) - (Number(ten.slice(0, 2)) > year % 100 ? 1 : 0) - (plus ? 1 : 0)
  const number = `${century}${ten}`
  // This year but still in the future: a hundred years ago.
  return isPersonalIdentityNumber(number, now) || plus ? number : `${century - 1}${ten}`
}
