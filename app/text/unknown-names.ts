import { leadsOn } from './abbreviations.ts'
import { isFirstName } from './first-names.ts'
import { chosenInTurns, inTurns } from './give-way.ts'
import { nameKey } from './name-key.ts'
import { comparable, sameCase } from './plain-form.ts'
import type { TextWord } from './text-words.ts'

const commonWords = new Set(
  (
    'bankid freja ivo bris rädda barnen skatteverket försäkringskassan socialtjänsten socialnämnden ' +
    'migrationsverket polisen sverige svenska gud jul påsk midsommar ' +
    'måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti ' +
    'september oktober november december'
  ).split(' '),
)

/**
 * Not at the start of a sentence: names and other words look alike there.
 * @param text in its plain form (plain-form.ts)
 */
export async function findUnknownNames(
  text: string,
  words: readonly TextWord[],
  known: readonly string[],
): Promise<TextWord[]> {
  const knownParts = knownPartsOf(known)
  const unknown = await chosenInTurns(words, (word) => {
    if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word.text) || beginsSentence(text, word.start)) return false
    const lower = sameCase(word.text)
    if (commonWords.has(lower) || text.startsWith('Mina sidor', word.start)) return false
    return !lower.split('-').every((part) => isKnown(part, knownParts))
  })
  const sure = new Set<string>()
  await inTurns(unknown, (word) => {
    if (!isAfterColon(text, word.start)) sure.add(nameKey(word.text))
  })
  return chosenInTurns(
    unknown,
    (word) => !isAfterColon(text, word.start) || sure.has(nameKey(word.text)) || isIntroduced(text, word),
  )
}

/** Also where every word has a capital, but only the usual ones. */
export function findFirstNames(words: readonly TextWord[], known: readonly string[]): Promise<TextWord[]> {
  const knownParts = knownPartsOf(known)
  return chosenInTurns(words, (word) => {
    if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word.text)) return false
    const parts = sameCase(word.text).split('-')
    return isFirstName(parts[0]!) && !parts.every((part) => isKnown(part, knownParts))
  })
}

const isAfterColon = (text: string, start: number) =>
  /:\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start))

const peopleLabel =
  /(?:^|[^\p{L}])(?:med|namn|närvarande|deltagare|deltar|deltog|mamma|pappa|mor|far|föräld(?:er|rar)|vårdnadshavare|barn|barnet|syskon|bror|syster|kontakt|kontaktperson|handläggare|socialsekreterare|lärare|rektor|kurator|anmälare|uppgiftslämnare|tolk|ombud):\s{0,2}$/iu

/** "Närvarande: Yasmin", "Kontakt: Yasmin Norberg", but "Beslut: Stödet fortsätter". */
function isIntroduced(text: string, { start, end }: TextWord): boolean {
  if (peopleLabel.test(text.slice(Math.max(0, start - 30), start))) return true
  return /^(?:,| och|) \p{Lu}\p{Ll}/u.test(text.slice(end, end + 7))
}

const knownPartsOf = (names: readonly string[]) =>
  new Set(names.flatMap((name) => comparable(name).split(/[\s-]/)))

export const isKnown = (word: string, known: ReadonlySet<string>): boolean =>
  known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1)))

export function beginsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  if (/(?:^|\n)\s{0,3}[–•*-]?\s{0,3}[”“"]?$/.test(before)) return true
  if (/[”“"]$/.test(before)) return true
  const end = before.trimEnd()
  return /[.?!][”“"]?$/.test(end) && !leadsOn(end)
}
