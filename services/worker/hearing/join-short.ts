export type Phrase = { start: number; end: number }

const JOIN = { shorterThan: 1_500, longest: 25_000, apart: 2_000 }

/** Takes short phrases together, because engines write them badly alone. Changes the list. */
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
