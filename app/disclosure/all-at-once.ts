import { drawnWarnings, type DrawnWarnings } from './drawn-warnings.ts'
import type { ReleaseReader } from './release-reader.ts'

type WeighedReader = Pick<
  ReleaseReader,
  'role' | 'age' | 'disclosure' | 'isProtected' | 'isBlocked' | 'hearsChild'
>

/**
 * Whether one decision can stand for all readers: it is their first, and there is nothing to weigh for one of them that there is not
 * for the others. Whoever hears what the child has said (OSL 2009:400 12 kap. 3 §), is barred, protected or near somebody who is,
 * is decided on apart.
 */
export function canDecideForAll(
  readers: readonly WeighedReader[],
  people: readonly { isProtected: boolean }[],
): boolean {
  return readers.length > 1 && !people.some(({ isProtected }) => isProtected) && readers.every(isPlain)
}

function isPlain(reader: WeighedReader): boolean {
  if (reader.disclosure !== null) return false
  if (reader.isProtected || reader.isBlocked || reader.hearsChild) return false
  // May be a party of their own, which nobody knows.
  return reader.role !== 'child' || reader.age !== null
}

export type AllAtOnce = {
  textMark: string
  readers: readonly { personId: string; givenName: string; warnings: DrawnWarnings }[]
  /** Keys of what has been seen. */
  seen: readonly string[]
}

/** What the one form shows; null where there is more to look at than stands on one page. */
export function allAtOnceOf(readers: readonly ReleaseReader[], textMark: string): AllAtOnce | null {
  const drawn = readers.map(({ personId, givenName, warningsInFull }) => ({
    ...{ personId, givenName },
    warnings: drawnWarnings(warningsInFull, []),
  }))
  if (drawn.some(({ warnings }) => warnings.drawn.length < warnings.all)) return null
  const seen = readers.flatMap(({ warningsInFull }) => warningsInFull.filter(({ isSeen }) => isSeen))
  return { textMark, readers: drawn, seen: seen.map(({ key }) => key) }
}
