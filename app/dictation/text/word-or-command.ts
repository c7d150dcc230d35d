import { isQuestionOrder } from '../../text/question-order.ts'
import { commandTable } from './command-table.ts'
import { mayCountSigns, nounSigns } from './noun-signs.ts'
import { inContext, type Place, type Reading } from './place.ts'
import { verbReading } from './verb-signs.ts'

const determiners = new Set(
  (
    'en ett varje denna detta någon ingen samma nästa sista första andra tredje den det på till vid för per från i ' +
    'under utan min din sin hans hennes deras vår er'
  ).split(' '),
)

/** Nothing that was said may be lost: a command only where no ordinary word would do. */
export function readingOf(place: Place): Reading {
  const reading = place.name === 'komma' ? verbReading(place) : nounReading(place)
  if (reading !== 'command' || !place.isPunctuated) return reading
  const { sureness } = commandTable.get(place.name)!
  const { left, right } = place.touches
  if (sureness === 'always' || (left && right)) return 'command'
  if (sureness === 'betweenMarks') return 'unsure'
  const isFree = (left || right) && !place.before.slice(-2).some((word) => determiners.has(word))
  return isFree ? 'command' : 'unsure'
}

const conjunctions = new Set('att och men eller samt eftersom varken både'.split(' '))
const needText = new Set(['punkt', 'kolon', 'semikolon', 'frågetecken'])

function nounReading(place: Place): Reading {
  const signs = nounSigns.get(place.name)!
  const context = inContext(place)
  const isLike = (pattern: RegExp) => pattern.test(context)
  if (signs.word.some(isLike)) return 'word'
  const isQuestion = place.name === 'frågetecken' && isQuestionOrder(place.before)
  if (isQuestion && !mayCountSigns.test(context)) return 'command'
  if (signs.unsure.some(isLike)) return 'unsure'
  // Nobody dictates a mark twice.
  if (needText.has(place.name) && place.follower === 'same' && !place.isPunctuated) return 'unsure'
  if (place.after.length === 0) return 'command'
  const isCutOff = conjunctions.has(place.before.at(-1) ?? '') && place.name !== 'citattecken'
  return isCutOff || (place.isAtStart && needText.has(place.name)) ? 'unsure' : 'command'
}
