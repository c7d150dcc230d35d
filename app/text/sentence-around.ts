// Very long sentences are cut at this many characters.
const most = 90

export function sentenceAround(text: string, { start, end }: { start: number; end: number }) {
  const before = text.slice(0, start)
  const sentenceStart = [...before.matchAll(/[.!?]\s+|\n/g)].at(-1)
  const from = sentenceStart ? sentenceStart.index + sentenceStart[0].length : 0
  const after = text.slice(end)
  const sentenceEnd = /[.!?](?=\s|$)|\n/.exec(after)
  const to = sentenceEnd ? sentenceEnd.index + 1 : after.length
  return { before: lastOf(before.slice(from)), after: firstOf(after.slice(0, to).trimEnd()) }
}

const lastOf = (text: string) =>
  text.length > most ? `…${text.slice(text.indexOf(' ', text.length - most))}` : text

function firstOf(text: string): string {
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most))} …`
}
