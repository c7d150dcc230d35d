export type Phrase = { start: number; end: number }

/** Engines write short phrases badly when they stand alone, and take no sound longer than this. Milliseconds. */
const JOIN = { shorterThan: 1_500, longest: 25_000, apart: 2_000 }

/** Removes the next phrase from the list: a short one together with those that follow it already. */
export function takeNext(waiting: Phrase[]): Phrase | undefined {
  const next = waiting.shift()
  if (!next) return undefined
  let { end } = next
  for (let after = waiting[0]; after && end - next.start < JOIN.shorterThan; after = waiting[0]) {
    if (after.start - end > JOIN.apart || after.end - next.start > JOIN.longest) break
    end = after.end
    waiting.shift()
  }
  return { start: next.start, end }
}
