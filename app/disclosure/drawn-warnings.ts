import type { ReaderWarning } from './reader-warnings'

// The next ones come when these are ticked and saved.
const mostPlaces = 200

type Drawn = {
  drawn: readonly ReaderWarning[]
  /** Ticked on an earlier page, where they were drawn. */
  tickedBefore: readonly ReaderWarning[]
}

/** Which warnings stand on a page: with every place that a tick speaks of, and so many places that they can be read. */
export function drawnWarnings(warnings: readonly ReaderWarning[], seen: readonly string[]): Drawn {
  if (placesIn(warnings) <= mostPlaces) return { drawn: warnings, tickedBefore: [] }
  const ticked = new Set(seen)
  const isTicked = ({ key }: ReaderWarning) => ticked.has(key)
  const left = warnings.filter((warning) => !isTicked(warning))
  const end = left.findIndex((_, at) => placesIn(left.slice(0, at + 1)) > mostPlaces)
  return { drawn: end === -1 ? left : left.slice(0, end), tickedBefore: warnings.filter(isTicked) }
}

function placesIn(warnings: readonly ReaderWarning[]): number {
  return warnings.reduce((sum, { places }) => sum + places.length, 0)
}
