import { createHash } from 'node:crypto'
import { inTurns } from '../text/give-way.ts'
import { phoneKey } from '../text/phone-numbers.ts'
import { plainForm } from '../text/plain-form.ts'
import { thirdPersonWarnings, type ThirdPersonWarning } from '../text/third-persons.ts'
import { sentenceAround } from '../text/sentence-around.ts'

/** Something to check before this reader gets the text. It never decides. */
export type ReaderWarning = {
  /** Holds for this word of this reader in these places alone; in note_version.checked once it has been seen. */
  key: string
  kind: ThirdPersonWarning['kind']
  text: string
  /** What is seen with it, every one. */
  places: readonly Place[]
  /** Which of all places of the word these are, counted from one; null when they are all. */
  part: { from: number; to: number; all: number } | null
}

/** What somebody looks through before one tick. */
const mostPlaces = 50

type Place = { before: string; after: string }

export type WarnedReader = { personId: string; name: string }

export type WarningContext = {
  people: readonly { id: string; name: string; isProtected: boolean }[]
  caseWords: readonly string[]
  now: Date
  /** What every reader of the case is told: its caseworkers, and where they are called. */
  familiar?: { names: readonly string[]; phones: readonly string[] }
}

/** What to check in exactly the texts a reader would get: each word once, or by its places when they are many. */
export async function readerWarnings(
  reader: WarnedReader,
  texts: readonly string[],
  { people, caseWords, now, familiar = { names: [], phones: [] } }: WarningContext,
): Promise<ReaderWarning[]> {
  const known = people.map(({ id, name, isProtected }) => ({
    name,
    isReader: id === reader.personId,
    isProtected,
  }))
  const hasProtected = known.some(({ isProtected, isReader }) => isProtected && !isReader)
  const context = {
    readerName: reader.name,
    known,
    familiarNames: familiar.names,
    protectedPlaces: hasProtected ? caseWords : [],
    now,
  }
  const familiarPhones = new Set(familiar.phones.map(phoneKey))
  const byWord = new Map<string, Pick<ThirdPersonWarning, 'kind' | 'text'> & { places: Place[] }>()
  for (const text of texts) {
    await inTurns(await thirdPersonWarnings(text, context), (warning) => {
      // Not a warning: a number that is not the reader's own is refused.
      if (warning.kind === 'identityNumber') return
      if (warning.kind === 'phone' && familiarPhones.has(phoneKey(warning.text))) return
      // As a form sends it back: composed.
      const word = `${warning.kind}:${plainForm(warning.text).text}`
      const found = byWord.get(word) ?? { kind: warning.kind, text: warning.text, places: [] }
      found.places.push(sentenceAround(text, warning))
      byWord.set(word, found)
    })
  }
  const warnings: ReaderWarning[] = []
  await inTurns(byWord, ([word, { kind, text, places }]) => {
    for (const drawn of partsOf(places)) {
      warnings.push({ key: keyOf(`${reader.personId}:${word}`, drawn), kind, text, ...drawn })
    }
  })
  return warnings
}

function partsOf(places: readonly Place[]): Pick<ReaderWarning, 'places' | 'part'>[] {
  const all = places.length
  if (all <= mostPlaces) return [{ places, part: null }]
  return Array.from({ length: Math.ceil(all / mostPlaces) }, (_, number) => {
    const from = number * mostPlaces
    const to = Math.min(from + mostPlaces, all)
    return { places: places.slice(from, to), part: { from: from + 1, to, all } }
  })
}

/** What was seen of a word says nothing of where it is used later, nor of the same words further on. */
function keyOf(word: string, { places, part }: Pick<ReaderWarning, 'places' | 'part'>): string {
  const mark = createHash('sha256').update(JSON.stringify(places)).digest('base64url').slice(0, 16)
  return `seen:${word}:${mark}${part ? `:${part.from}` : ''}`
}
