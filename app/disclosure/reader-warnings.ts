import { createHash } from 'node:crypto'
import { inTurns } from '../text/give-way.ts'
import { plainForm } from '../text/plain-form.ts'
import { thirdPersonWarnings, type ThirdPersonWarning } from '../text/third-persons.ts'
import { sentenceAround } from '../text/sentence-around.ts'

/** Something to check before this reader gets the text. It never decides. */
export type ReaderWarning = {
  /** Holds for this word of this reader in these places alone; in note_version.checked once it has been seen. */
  key: string
  kind: ThirdPersonWarning['kind']
  text: string
  /** Every place where it stands. */
  places: readonly Place[]
}

type Place = { before: string; after: string }

export type WarnedReader = { personId: string; name: string }

export type WarningContext = {
  people: readonly { id: string; name: string; isProtected: boolean }[]
  caseWords: readonly string[]
  now: Date
}

/** What to check in exactly the texts a reader would get, each word once. */
export async function readerWarnings(
  reader: WarnedReader,
  texts: readonly string[],
  { people, caseWords, now }: WarningContext,
): Promise<ReaderWarning[]> {
  const known = people.map(({ id, name, isProtected }) => ({
    name,
    isReader: id === reader.personId,
    isProtected,
  }))
  const hasProtected = known.some(({ isProtected, isReader }) => isProtected && !isReader)
  const context = { readerName: reader.name, known, protectedPlaces: hasProtected ? caseWords : [], now }
  const byWord = new Map<string, Pick<ThirdPersonWarning, 'kind' | 'text'> & { places: Place[] }>()
  for (const text of texts) {
    await inTurns(await thirdPersonWarnings(text, context), (warning) => {
      // Not a warning: a number that is not the reader's own is refused.
      if (warning.kind === 'identityNumber') return
      // As a form sends it back: composed.
      const word = `${warning.kind}:${plainForm(warning.text).text}`
      const found = byWord.get(word) ?? { kind: warning.kind, text: warning.text, places: [] }
      found.places.push(sentenceAround(text, warning))
      byWord.set(word, found)
    })
  }
  return [...byWord].map(([word, found]) => ({
    key: `seen:${reader.personId}:${word}:${placesMark(found.places)}`,
    ...found,
  }))
}

/** What was seen of a word says nothing of where it is used later. */
function placesMark(places: readonly Place[]): string {
  return createHash('sha256').update(JSON.stringify(places)).digest('base64url').slice(0, 16)
}
