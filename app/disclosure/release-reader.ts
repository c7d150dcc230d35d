import type { CaseReader } from './list-readers.ts'
import type { TextChange } from './text-change.ts'
import type { ReaderWarning } from './reader-warnings.ts'

type LookedAt = ReaderWarning & { isSeen: boolean }

export type ReleaseReader = CaseReader & {
  /** The own text of a partial disclosure, as it is written in the form. */
  ownText: string
  isLater: boolean
  /** Decided on the text as it stands. */
  isConfirmed: boolean
  /** How the text has changed since it was decided on; null when it was not, or has not. */
  change: TextChange | null
  warnings: readonly LookedAt[]
  /** Warnings if everything is shown, given before that is chosen. */
  warningsInFull: readonly LookedAt[]
  foreignNumbers: readonly string[]
  /** A guardian who would read what the child has said (OSL 2009:400 12 kap. 3 §). */
  hearsChild: boolean
}
