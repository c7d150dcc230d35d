import { foundInTurns } from './give-way.ts'
import type { TextWord } from './text-words.ts'

/** A date in words has a suggestion in figures. */
export type Moment = TextWord & { kind: 'date' | 'time'; suggestion?: string }

const months = new Set(
  'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
)
const weekdays = new Set('måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '))

const ordinals = new Map(
  (
    'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde ' +
    'femtonde sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde ' +
    'tjugofemte tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta'
  )
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
)

const hours = 'ett två tre fyra fem sex sju åtta nio tio elva tolv'
const clockWords = new Set(`halv kvart fem tio tjugo i över ${hours}`.split(' '))

/** A missing year is never added. */
export function findDatesAndTimes(text: string, words: readonly TextWord[]): Promise<Moment[]> {
  let next = 0
  return foundInTurns(words, (word, at) => {
    if (at < next || !mayBegin(withLower(word))) return null
    const ahead = words.slice(at, at + 6).map(withLower)
    const match = dateAt(text, ahead.slice(0, 3)) ?? timeAt(text, ahead)
    if (!match) return null
    next = at + match.length
    return match.moment
  })
}

const withLower = (word: TextWord): Word => ({ ...word, lower: word.text.toLowerCase() })

const mayBegin = ({ lower }: Word) =>
  /^[0-9]/.test(lower) || lower === 'klockan' || lower === 'kl' || weekdays.has(lower) || ordinals.has(lower)

type Word = TextWord & { lower: string }
type Match = { moment: Moment; length: number } | null

function dateAt(text: string, words: readonly Word[]): Match {
  const [first, second, third] = words
  if (!first) return null
  if (isNumericDate(first.text) || weekdays.has(first.lower)) return match(text, words.slice(0, 1), 'date')
  if (!second || !months.has(second.lower) || !isJoined(text, [first, second])) return null
  const hasYear = third && /^(?:19|20)[0-9]{2}$/.test(third.text) && isJoined(text, [second, third])
  const dated = words.slice(0, hasYear ? 3 : 2)
  if (/^[0-9]{1,2}$/.test(first.text) && isDay(Number(first.text))) return match(text, dated, 'date')
  const day = ordinals.get(first.lower)
  if (day === undefined) return null
  const suggestion = [String(day), ...dated.slice(1).map(({ lower }) => lower)].join(' ')
  const found = match(text, dated, 'date')
  return found && { ...found, moment: { ...found.moment, suggestion } }
}

function timeAt(text: string, words: readonly Word[]): Match {
  const [first] = words
  if (!first) return null
  if (isClockTime(first.text)) return match(text, words.slice(0, untilEnd(words, 1)), 'time')
  if (first.lower !== 'klockan' && first.lower !== 'kl') return null
  const length = isHour(words[1]?.text) ? untilEnd(words, 2) : 1 + inWords(words)
  return length > 1 ? match(text, words.slice(0, length), 'time') : null
}

function untilEnd(words: readonly Word[], length: number): number {
  const goesOn = /^(?:till|och|mellan)$/.test(words[length]?.lower ?? '') && isHour(words[length + 1]?.text)
  return goesOn ? length + 2 : length
}

function inWords(words: readonly Word[]): number {
  const rest = words.slice(1, 5)
  const other = rest.findIndex(({ lower }) => !clockWords.has(lower))
  const own = rest.slice(0, other === -1 ? rest.length : other)
  return own.findLastIndex(({ lower }) => hours.split(' ').includes(lower)) + 1
}

function match(text: string, words: readonly Word[], kind: 'date' | 'time'): Match {
  const { start } = words[0]!
  const { end } = words.at(-1)!
  return { moment: { kind, start, end, text: text.slice(start, end) }, length: words.length }
}

const isJoined = (text: string, [one, other]: readonly [Word, Word]) =>
  /^ {1,2}$/.test(text.slice(one.end, other.start))

const isDay = (day: number) => day >= 1 && day <= 31

const isHour = (word = '') => /^(?:[01]?[0-9]|2[0-4])$/.test(word) || isClockTime(word)

const isClockTime = (word: string) =>
  /^(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9](?:-(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9])?$/.test(word)

const isNumericDate = (word: string) =>
  /^(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]$/.test(word) ||
  /^(?:[0-3]?[0-9])\/(?:1[0-2]|0?[1-9])(?:-[0-9]{2,4})?$/.test(word)
