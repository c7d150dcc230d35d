export type Phrase = { start: number; end: number }

/** A shorter phrase alone tells an engine too little; a longer one than the other does not fit it. */
const JOIN = { shorterThan: 1_500, longest: 25_000, apart: 2_000 }

/**
 * Takes the next phrase from those that wait (milliseconds): a short one together with what follows it, when
 * something does already. Changes the list.
 */
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
