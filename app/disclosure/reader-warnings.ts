import { inTurns } from '../text/give-way.ts'
import { plainForm } from '../text/plain-form.ts'
import { thirdPersonWarnings, type ThirdPersonWarning } from '../text/third-persons.ts'
import { sentenceAround } from '../text/sentence-around.ts'

/** Something to check before this reader gets the text. It never decides. */
export type ReaderWarning = {
  /** The same for the same word and reader; in note_version.checked once it has been seen. */
  key: string
  kind: ThirdPersonWarning['kind']
  before: string
  text: string
  after: string
}

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
  const byKey = new Map<string, ReaderWarning>()
  for (const text of texts) {
    await inTurns(await thirdPersonWarnings(text, context), (warning) => {
      // Not a warning: a number that is not the reader's own is refused.
      if (warning.kind === 'identityNumber') return
      // As a form sends it back: composed.
      const key = `seen:${reader.personId}:${warning.kind}:${plainForm(warning.text).text}`
      if (!byKey.has(key))
        byKey.set(key, { key, kind: warning.kind, text: warning.text, ...sentenceAround(text, warning) })
    })
  }
  return [...byKey.values()]
}
