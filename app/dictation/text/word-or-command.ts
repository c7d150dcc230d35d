import { commandTable } from './command-table.ts'

export type Place = {
  name: string
  /** Up to four words before it, lower-case, back to the nearest mark. The nearest is last. */
  before: readonly string[]
  /** Lower-case; undefined if a mark stands between. */
  next: string | undefined
  /** A pause, a mark or another command stands right next to it. */
  touches: { left: boolean; right: boolean }
  isPunctuated: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const helpers = words(
  'att vill ville ska skulle kan kunde kunna får fick måste bör borde brukar brukade hinner hann vågar vågade orkar orkade lär må låter lät behöver behövde tänker tänkte väntas',
)
const fillers = words(
  'inte gärna aldrig alltid ändå också snart ofta bara även ju nog väl hellre själv kanske jag du han hon vi ni de man den det',
)
const adjectives = words(
  'viktig annan ny öm svag stark svår känslig central avgörande gemensam enda blind kritisk låg hög egen särskild given viss bra fast ytterligare',
)
const determiners = words(
  'en ett varje denna detta någon ingen samma nästa sista första andra tredje den det på till vid för per från i under utan min din sin hans hennes deras vår er',
)

export function standsAlone(place: Place): boolean {
  return place.touches.left && place.touches.right && !isProse(place)
}

export function isSpokenCommand(place: Place): boolean {
  const { sureness } = commandTable.get(place.name)!
  if (sureness === 'always') return true
  if (isProse(place)) return false
  const { left, right } = place.touches
  if (!place.isPunctuated || (left && right)) return true
  if (sureness === 'betweenMarks') return false
  return (left || right) && !place.before.slice(-2).some((word) => determiners.has(word))
}

function isProse({ name, before, next = '' }: Place): boolean {
  const { nounAfter, nounBefore } = commandTable.get(name)!
  if (nounAfter.has(before.at(-1) ?? '') || nounBefore.has(next)) return true
  if (name === 'komma') return followsHelper(before)
  if (name !== 'punkt') return false
  return /^\d/.test(next) || followsAdjective(before) || before.slice(-2).join(' ') === 'punkt för'
}

/** "en viktig punkt", but not "för en natt punkt". */
function followsAdjective(before: readonly string[]): boolean {
  const [determiner = '', adjective = ''] = before.slice(-2)
  if (adjective.endsWith('aste')) return true
  return (
    adjectives.has(adjective) && (determiner === 'en' || determiner === 'någon' || determiner === 'ingen')
  )
}

/** "vill komma", "ska hon inte komma". */
function followsHelper(before: readonly string[]): boolean {
  for (const word of before.toReversed()) {
    if (helpers.has(word)) return true
    if (!fillers.has(word)) return false
  }
  return false
}
