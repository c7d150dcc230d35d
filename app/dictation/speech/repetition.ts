const LONGEST_GROUP = 10

/** Shortens groups said three times in a row; single words four, as "Nej, nej, nej" is a real answer. */
export function placesWithoutLoops(words: readonly string[]): number[] {
  const kept: number[] = []
  for (let at = 0; at < words.length;) {
    const loop = loopAt(words, at)
    for (let i = 0; i < (loop?.size ?? 1); i++) kept.push(at + i)
    at += loop ? loop.size * loop.times + loop.begun : 1
  }
  return kept
}

/** Ignores punctuation and capitals. */
export function isSameText(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function loopAt(words: readonly string[], at: number) {
  for (let size = 1; size <= LONGEST_GROUP; size++) {
    let same = 0
    while (at + size + same < words.length && isSameText(words[at + same]!, words[at + size + same]!)) same++
    const times = 1 + Math.floor(same / size)
    if (times < (size === 1 ? 4 : 3)) continue
    const isCutOff = at + size + same === words.length
    return { size, times, begun: isCutOff ? same % size : 0 }
  }
  return null
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
