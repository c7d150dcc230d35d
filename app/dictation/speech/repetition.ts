const LONGEST_GROUP = 10

/** Places of words in groups said three times in a row; single words four, as "Nej, nej, nej" is a real answer. */
export function repeatedPlaces(words: readonly string[]): Set<number> {
  const places = new Set<number>()
  for (let at = 0; at < words.length;) {
    const length = repetitionAt(words, at)
    for (let i = 0; i < length; i++) places.add(at + i)
    at += Math.max(1, length)
  }
  return places
}

/** Ignores punctuation and capitals. */
export function isSameText(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function repetitionAt(words: readonly string[], at: number): number {
  for (let size = 1; size <= LONGEST_GROUP; size++) {
    let same = 0
    while (at + size + same < words.length && isSameText(words[at + same]!, words[at + size + same]!)) same++
    const times = 1 + Math.floor(same / size)
    if (times < (size === 1 ? 4 : 3)) continue
    const isCutOff = at + size + same === words.length
    return size * times + (isCutOff ? same % size : 0)
  }
  return 0
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
