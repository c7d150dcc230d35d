import type { StaffTx } from '../../db/connect'
import type { DataKeys } from '../person/data-keys'
import { foreignNumbers } from './foreign-numbers'
import { isShown, type DisclosureLevel } from './level'
import type { CaseReader } from './list-readers'
import { readerWarnings, type WarningContext } from './reader-warnings'
import type { ReleaseReader } from './release-reader'
import { textChange, type TextChange } from './text-change'

export type Keys = { dataKeys: DataKeys; now: Date }

/** What is kept of an own text or title belongs to a level; the rest is empty. */
export type Disclosed<Part> = { level: DisclosureLevel | ''; title: string; parts: readonly Part[] }

/** What a note or a document says, as those who decide on its readers need to know it. */
export type ReleasedText<Shown, Part> = WarningContext & {
  /** Whether it is one's own draft that is decided on. */
  isDraft: boolean
  /** Keys of warnings that have been seen. */
  checked: readonly string[]
  /** Exactly what the reader would see. */
  shownText: (disclosed: Disclosed<Part>) => string[]
  /** All of the newest version. */
  newest: () => string[]
  /** All of the text that was decided on or, where none of a draft was, of the version before; null without one. */
  before: (decidedOn: Shown | null) => string[] | null
  /** An own text as it is written in the form, and back. */
  writtenOf: (parts: readonly Part[]) => string
  partsOf: (written: string) => Part[]
  hearsChild: (reader: CaseReader) => boolean
}

export const inFull = { level: 'full', title: '', parts: [] } as const

/** Readers with what there is to look at in the text that each would get. */
export async function lookAtReaders<Shown, Part>(
  tx: StaffTx,
  readers: readonly CaseReader<Shown, Part>[],
  text: ReleasedText<Shown, Part>,
  keys: Keys,
): Promise<ReleaseReader[]> {
  const texts = readers.map(({ personId, disclosure }) => ({
    personId,
    texts: textsAsDecided(disclosure, text),
  }))
  const numbers = await foreignNumbers(tx, texts, keys)
  const looked: ReleaseReader[] = []
  for (const reader of readers) {
    looked.push({ ...(await lookedAt(reader, text)), foreignNumbers: numbers.get(reader.personId) ?? [] })
  }
  return looked
}

async function lookedAt<Shown, Part>(
  reader: CaseReader<Shown, Part>,
  text: ReleasedText<Shown, Part>,
): Promise<Omit<ReleaseReader, 'foreignNumbers'>> {
  const { disclosure } = reader
  const seen = new Set(text.checked)
  const marked = async (texts: readonly string[]) =>
    (await readerWarnings(reader, texts, text)).map((warning) => ({
      ...warning,
      isSeen: seen.has(warning.key),
    }))
  const warningsInFull = await marked(text.shownText(inFull))
  const isFull = disclosure?.level === 'full'
  return {
    ...reader,
    ownText: text.writtenOf(disclosure?.partialText ?? []),
    isLater: disclosure !== null && isShown(disclosure.level) && disclosure.shownFrom > text.now,
    isConfirmed: disclosure !== null && (!text.isDraft || disclosure.basis?.holds === true),
    change: changeSince(disclosure, text),
    warnings: isFull ? warningsInFull : await marked(textsAsDecided(disclosure, text)),
    warningsInFull,
    hearsChild: text.hearsChild(reader),
  }
}

function textsAsDecided<Shown, Part>(
  disclosure: CaseReader<Shown, Part>['disclosure'],
  { shownText }: Pick<ReleasedText<Shown, Part>, 'shownText'>,
): string[] {
  if (!disclosure) return []
  const { level, title, partialText } = disclosure
  return shownText({ level, title: title ?? '', parts: partialText ?? [] })
}

/** Against the text decided on or, in a correction where nothing is decided yet, the version before. */
function changeSince<Shown, Part>(
  disclosure: CaseReader<Shown, Part>['disclosure'],
  text: ReleasedText<Shown, Part>,
): TextChange | null {
  if (!text.isDraft || !disclosure || disclosure.basis?.holds) return null
  const before = text.before(disclosure.basis?.shown ?? null)
  return before && textChange(before, text.newest())
}
