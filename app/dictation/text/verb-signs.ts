import { finiteVerbs, infinitives, supines } from '../../text/common-verbs.ts'
import { inContext, type Place, type Reading } from './place.ts'
import { number } from './sign-words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const helpers = words(
  'att vill ville ska skall skulle kan kunde kunna kunnat får fick få fått måste bör borde brukar brukade hinner hann ' +
    'vågar vågade orkar orkade lär må låter lät låtit behöver behövde behövt tänker tänkte väntas slipper slapp vägrar ' +
    'vägrade börjar började slutar slutade försöker försökte lovar lovade hoppas önskar verkar tycks råkar törs tvingas ' +
    'tillåts förväntas planerar ämnar brukat velat tillåter uppmanas',
)
const fillers = words(
  'inte gärna aldrig alltid ändå också snart ofta bara även ju nog väl hellre själv kanske jag du han hon vi ni de man ' +
    'den det faktiskt längre nu då hit dit ens bara sällan ibland genast ensam ensamma',
)
const watching = words(
  'se ser såg sett höra hör hörde hört känna kände låta lät låtit be ber bad bett hjälpa hjälpte märkte vänta inväntar ana anade skymta skymtade mötte upptäckte',
)
const particles = words('tillbaka överens ihåg igång underfund iväg loss undan skall ska')
const looseParticles = words('hem fram dit hit in ut upp ner vidare förbi åter ensam')

/** "komma": a comma, or the verb. */
export function verbReading(place: Place): Reading {
  const { before, after, follower } = place
  const next = after[0] ?? ''
  const governor = governorOf(before)
  if (particles.has(next) || /^(?:att|och|eller|ett|samt|utan)$/.test(before.at(-1) ?? '')) return 'word'
  if (governor === 'near') return 'word'
  const endsThere = follower === 'mark' || follower === 'same' || looseParticles.has(next)
  if (governor === 'far') return endsThere ? 'word' : 'unsure'
  // Nobody dictates two marks in a row, nor a comma where nothing stands before.
  if (endsThere || (place.isAtStart && after.length > 0)) return 'unsure'
  if (/^(?:sa|sade|säga|säger|sagt)$/.test(before.at(-1) ?? '')) return 'unsure'
  return isBetweenNumbers(place) ? 'unsure' : 'command'
}

/** The verb that an infinitive here would belong to. Another verb after it ends its reach. */
function governorOf(before: readonly string[]): 'near' | 'far' | null {
  let isNear = true
  for (const word of before.toReversed()) {
    if (word === '”') return null
    const isHelper = helpers.has(word)
    if (isHelper && isNear) return 'near'
    if (watching.has(word)) return 'far'
    if (isHelper && word !== 'att' && !supines.has(word)) return 'far'
    if (infinitives.has(word) || finiteVerbs.has(word) || supines.has(word)) return null
    isNear &&= fillers.has(word)
  }
  return null
}

const betweenNumbers = new RegExp(` ${number} _ ${number} `)

const isBetweenNumbers = (place: Place) => betweenNumbers.test(inContext(place))
