import type { CaseReader } from './list-readers.ts'
import type { ReaderWarning } from './reader-warnings.ts'

/** A warning, and whether the decision maker has ticked that they have looked at it. */
type LookedAt = ReaderWarning & { isSeen: boolean }

/** A reader of the case with what has to be looked at in exactly what they would get. */
export type ReleaseReader = CaseReader & {
  /** Reads it first at a moment that is still to come. */
  isLater: boolean
  isConfirmed: boolean
  warnings: readonly LookedAt[]
  /** What to look at if everything is shown, told before that is chosen. */
  warningsInFull: readonly LookedAt[]
  foreignNumbers: readonly string[]
  /** A guardian who reads what the child has said (OSL 2009:400 12 kap. 3 §). */
  hearsChild: boolean
}
