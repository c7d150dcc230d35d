// Very long sentences are cut at this many characters.
const most = 90

const halfSign = /\p{Surrogate}/gu

/** Looks no further than what is shown, however long the text. */
export function sentenceAround(text: string, { start, end }: { start: number; end: number }) {
  const before = text.slice(Math.max(0, start - most - 2), start)
  const sentenceStart = [...before.matchAll(/[.!?]\s+|\n/g)].at(-1)
  const from = sentenceStart ? sentenceStart.index + sentenceStart[0].length : 0
  const after = text.slice(end, end + most + 2)
  const sentenceEnd = /[.!?](?=\s|$)|\n/.exec(after)
  const to = sentenceEnd ? sentenceEnd.index + 1 : after.length
  return { before: lastOf(before.slice(from)), after: firstOf(after.slice(0, to).trimEnd()) }
}

function lastOf(text: string): string {
  if (text.length <= most) return text
  const space = text.indexOf(' ', text.length - most)
  return `…${text.slice(space === -1 ? -most : space).replace(halfSign, '')}`
}

function firstOf(text: string): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  return space > 0 ? `${text.slice(0, space)} …` : `${text.slice(0, most).replace(halfSign, '')}…`
}
