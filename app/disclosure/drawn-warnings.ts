import type { ReaderValues } from './reader-form'
import type { ReaderWarning } from './reader-warnings'
import type { ReleaseReader } from './release-reader'

// The next ones come when these are ticked and saved.
const mostPlaces = 200

export type DrawnWarnings = {
  all: number
  drawn: readonly ReaderWarning[]
  /** Keys of those ticked on an earlier page, where they were drawn. */
  tickedBefore: readonly string[]
}

/** Which warnings stand on a page: with every place that a tick speaks of, and so many places that they can be read. */
export function drawnWarnings(warnings: readonly ReaderWarning[], seen: readonly string[]): DrawnWarnings {
  const all = warnings.length
  if (placesIn(warnings) <= mostPlaces) return { all, drawn: warnings, tickedBefore: [] }
  const ticked = new Set(seen)
  const isTicked = ({ key }: ReaderWarning) => ticked.has(key)
  const left = warnings.filter((warning) => !isTicked(warning))
  const end = left.findIndex((_, at) => placesIn(left.slice(0, at + 1)) > mostPlaces)
  return {
    all,
    drawn: end === -1 ? left : left.slice(0, end),
    tickedBefore: warnings.filter(isTicked).map(({ key }) => key),
  }
}

function placesIn(warnings: readonly ReaderWarning[]): number {
  return warnings.reduce((sum, { places }) => sum + places.length, 0)
}

export type FormWarnings = { inFull: DrawnWarnings; less: DrawnWarnings | null }

/** For everything, the warnings are known beforehand; for an own text or title, only after it is sent. */
export function formWarnings(
  reader: ReleaseReader,
  values: ReaderValues,
  unseen: readonly ReaderWarning[] = [],
): FormWarnings {
  const isOwnLevel = reader.disclosure?.level === values.level || unseen.length > 0
  const less = unseen.length > 0 ? unseen : reader.warnings
  return {
    inFull: drawnWarnings(reader.warningsInFull, values.seen),
    less: isOwnLevel && values.level !== 'full' ? drawnWarnings(less, values.seen) : null,
  }
}
