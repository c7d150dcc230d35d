import type { StaffTx } from '../../db/connect'
import type { DisclosedItem } from './disclosed-item'
import { foreignNumbers } from './foreign-numbers'
import { listGrounds } from './list-readers'
import type { Keys, ReleasedText } from './look-at-readers'
import { readerFaults, type ReaderFault } from './reader-faults'
import type { ReaderValues } from './reader-form'
import { readerWarnings, type ReaderWarning } from './reader-warnings'
import type { ReleaseReader } from './release-reader'
import { writeDisclosure } from './write-disclosure'

export type SavedReader =
  | { outcome: 'saved' }
  /** Nothing is written. `foreignNumbers` may not be shown to this reader. */
  | {
      outcome: 'refused'
      reader: ReleaseReader
      faults: ReaderFault[]
      unseen: ReaderWarning[]
      foreignNumbers: string[]
    }
  /** Decided or written in another tab since the form was opened. Nothing is written. */
  | { outcome: 'stale'; reader: ReleaseReader; decidedAt: string; textMark: string; isTextChanged: boolean }
  | { outcome: 'gone' }

export type ToDecide<Shown, Part> = {
  item: DisclosedItem
  /** It has a version that its readers read now. */
  isSigned: boolean
  textMark: string
  readers: readonly ReleaseReader[]
  text: ReleasedText<Shown, Part>
  /** Keeps the warnings that have been seen, of one's own draft. */
  keepSeen: (reader: ReleaseReader, keys: string[]) => Promise<void>
}

/** Applies from the signature for a draft; for what is signed at once, and the reader is notified. */
export async function decideReader<Shown, Part>(
  tx: StaffTx,
  { item, isSigned, textMark, readers, text, keepSeen }: ToDecide<Shown, Part>,
  { values, dataKeys, now }: Keys & { values: ReaderValues },
): Promise<SavedReader> {
  const reader = readers.find(({ personId }) => personId === values.personId)
  if (!reader) return { outcome: 'gone' }
  const decidedAt = reader.disclosure?.decidedAt.toISOString() ?? ''
  const isTextChanged = textMark !== values.textMark
  if (isTextChanged || decidedAt !== values.decidedAt)
    return { outcome: 'stale', reader, decidedAt, textMark, isTextChanged }
  const grounds = (await listGrounds(tx)).map(({ ground }) => ground)
  const parts = values.level === 'partial' ? text.partsOf(values.text) : []
  const texts = text.shownText({ level: values.level, title: values.title, parts })
  const warnings = await readerWarnings(reader, texts, text)
  const numbers = await foreignNumbers(tx, [{ personId: reader.personId, texts }], { dataKeys, now })
  const seen = new Set(values.seen)
  const refused = {
    faults: readerFaults(values, { grounds, now }),
    unseen: warnings.filter(({ key }) => !seen.has(key)),
    foreignNumbers: numbers.get(reader.personId) ?? [],
  }
  if (Object.values(refused).some((found) => found.length > 0))
    return { outcome: 'refused', reader, ...refused }
  await writeDisclosure(tx, { item, isSigned, reader, values, parts, now })
  const keys = warnings.map(({ key }) => key)
  if (text.isDraft) await keepSeen(reader, keys)
  return { outcome: 'saved' }
}
