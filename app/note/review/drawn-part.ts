import type { Review } from './review-of.ts'

/** So many rows of a long list are drawn at a time. The others count as they stand. */
export const mostDrawn = 200

/** Where the drawn rows of both long lists begin. */
export type DrawnFrom = { checksFrom: number; voicesFrom: number }

type Lists = Pick<Review, 'items' | 'voices'>

/** What is asked for, or where there is something left to do. */
export function drawnFrom({ items, voices }: Lists, asked: URLSearchParams): DrawnFrom {
  const toCheck = items.findIndex(({ isDone }) => !isDone)
  const toDecide = voices.findIndex(({ isSuggestion }) => isSuggestion)
  return {
    checksFrom: startOf(numberIn(asked.get('kontroll')) ?? toCheck, items.length),
    voicesFrom: startOf(numberIn(asked.get('stycke')) ?? toDecide, voices.length),
  }
}

export const isDrawn = (from: number) => (_row: unknown, index: number) =>
  index >= from && index < from + mostDrawn

/** The same part of the page again, also after a refused form. */
export function drawnQuery({ checksFrom, voicesFrom }: DrawnFrom): string {
  return checksFrom + voicesFrom > 0 ? `?kontroll=${checksFrom}&stycke=${voicesFrom}` : ''
}

const numberIn = (asked: string | null) => (asked !== null && /^\d{1,6}$/.test(asked) ? Number(asked) : null)

function startOf(row: number, rows: number): number {
  const inside = Math.max(0, Math.min(row, rows - 1))
  return inside - (inside % mostDrawn)
}
