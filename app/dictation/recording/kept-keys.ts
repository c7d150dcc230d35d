const keptForMs = 60_000
const mostKept = 1_000

/** A recording's key, and the mark of whom the database let store in it. */
type Kept = { key: Buffer; holder: string }

const kept = new Map<string, Kept>()

/**
 * Keeps the key of a recording for a minute, for the session that was let store in it: a second of sound comes every
 * second, and asking for the key each time is half of what storing it costs. It allows nothing: whether a part is taken
 * is the database's to say, each time.
 * @param place of the session and the recording
 */
export function keepKey(place: string, found: Kept): void {
  dropKey(place)
  if (kept.size >= mostKept) dropKey(kept.keys().next().value!)
  // A copy, which is wiped.
  const entry = { ...found, key: Buffer.from(found.key) }
  kept.set(place, entry)
  setTimeout(() => {
    if (kept.get(place) === entry) dropKey(place)
  }, keptForMs).unref()
}

export function keptKey(place: string): Kept | null {
  return kept.get(place) ?? null
}

export function dropKey(place: string): void {
  kept.get(place)?.key.fill(0)
  kept.delete(place)
}
