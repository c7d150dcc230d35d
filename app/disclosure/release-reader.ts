import type { CaseReader } from './list-readers.ts'
import type { ReaderWarning } from './reader-warnings.ts'

type LookedAt = ReaderWarning & { isSeen: boolean }

export type ReleaseReader = CaseReader & {
  isLater: boolean
  isConfirmed: boolean
  warnings: readonly LookedAt[]
  /** Warnings if everything is shown, given before that is chosen. */
  warningsInFull: readonly LookedAt[]
  foreignNumbers: readonly string[]
  /** A guardian who would read what the child has said (OSL 2009:400 12 kap. 3 §). */
  hearsChild: boolean
}
