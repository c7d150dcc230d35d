import type { SavedReader } from './decide-reader'
import { formWarnings } from './drawn-warnings'
import type { ReaderFormState } from './reader-form-fields'
import { storedReader, type ReaderValues } from './reader-form'
import type { ReleaseReader } from './release-reader'

const nothingWrong = { stale: null, faults: [], unseen: 0, foreignNumbers: [] }

/** The form of the reader who is wished for or else the next who waits; null when all are done. */
export function openReader(
  readers: readonly ReleaseReader[],
  { wished, textMark }: { wished: string | null; textMark: string },
): ReaderFormState | null {
  const open =
    readers.find(({ personId }) => personId === wished) ?? readers.find(({ isConfirmed }) => !isConfirmed)
  const values = open && storedReader(open, textMark)
  return open && values ? { ...nothingWrong, values, warnings: formWarnings(open, values) } : null
}

/** Warnings are drawn for the reader who is being decided, and of a long text not all. */
export const withoutPlaces = (readers: readonly ReleaseReader[]): ReleaseReader[] =>
  readers.map((reader) => ({
    ...reader,
    warnings: reader.warnings.map((warning) => ({ ...warning, places: [] })),
    warningsInFull: [],
  }))

/** Not drawn at all where the text is about to be locked. */
export const withoutWarnings = (readers: readonly ReleaseReader[]): ReleaseReader[] =>
  readers.map((reader) => ({ ...reader, warnings: [], warningsInFull: [] }))

/** The form again, with what was filled in, when it was not saved. */
export function formOf(
  saved: Extract<SavedReader, { outcome: 'stale' | 'refused' }>,
  values: ReaderValues,
): ReaderFormState {
  if (saved.outcome === 'refused') {
    const { reader, faults, unseen, foreignNumbers } = saved
    const warnings = formWarnings(reader, values, unseen)
    return { values, stale: null, faults, unseen: unseen.length, warnings, foreignNumbers }
  }
  const { reader, decidedAt, textMark, isTextChanged } = saved
  // A level chosen for another text is no choice for this one.
  const level = isTextChanged ? '' : values.level
  const current = { ...values, level, decidedAt, textMark }
  const stale = isTextChanged ? 'text' : 'decision'
  return { ...nothingWrong, values: current, stale, warnings: formWarnings(reader, current) }
}
