const youngMs = 10_000
const longestMs = 30_000

type Pauses = { note: (livedMs: number) => void; now: () => number }

/** A process that ends is replaced at once; when new ones end young again and again, after ever longer pauses. */
export function pauseAfter(): Pauses {
  let young = 0
  return {
    note: (livedMs) => void (young = livedMs < youngMs ? young + 1 : 0),
    now: () => (young <= 1 ? 0 : Math.min(longestMs, 1000 * 2 ** (young - 2))),
  }
}
