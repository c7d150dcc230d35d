/** `time`: when it begins, in seconds. */
export type WhisperToken = {
  id: number
  text: string
  time: number
  logprob: number
  stamp: number | null
}

type RecognisedWord = { word: string; start: number; end: number; probability: number }
export type RecognisedSegment = {
  start: number
  end: number
  text: string
  tokens: number[]
  avgLogprob: number
  words: RecognisedWord[]
}

type Decode = (ids: number[]) => string

/** Segments lie between timestamps; words begin at a leading blank. An open segment ends with the sound. */
export function segmentsOf(
  tokens: readonly WhisperToken[],
  seconds: number,
  decode: Decode,
): RecognisedSegment[] {
  const segments: RecognisedSegment[] = []
  let start = 0
  let held: WhisperToken[] = []
  const close = (end: number) => {
    if (held.length > 0) segments.push(segment(held, { start, end: Math.max(start, end) }, decode))
    held = []
  }
  for (const token of tokens) {
    if (token.stamp === null) {
      held.push(token)
      continue
    }
    const stamp = Math.min(token.stamp, seconds)
    close(stamp)
    start = stamp
  }
  close(seconds)
  return segments.filter(({ text }) => text !== '')
}

function segment(
  held: WhisperToken[],
  span: { start: number; end: number },
  decode: Decode,
): RecognisedSegment {
  const groups = wordGroups(held)
  const words = groups.map((group, i): RecognisedWord => {
    const start = within(group[0]!.time, span)
    const next = groups[i + 1]?.[0]
    // A mark's time covers the pause after the word, so the word ends where the mark begins.
    const mark = group.slice(1).find(({ text }) => /^\p{P}+$/u.test(text))
    const end = within(mark?.time ?? next?.time ?? span.end, span)
    return {
      word: decode(group.map(({ id }) => id)).trim(),
      start,
      end: Math.max(start, end),
      probability: Math.exp(Math.min(...group.map(({ logprob }) => logprob))),
    }
  })
  const ids = held.map(({ id }) => id)
  const avgLogprob = held.reduce((sum, { logprob }) => sum + logprob, 0) / held.length
  return {
    ...span,
    text: decode(ids).trim(),
    tokens: ids,
    avgLogprob,
    words: words.filter(({ word }) => word !== ''),
  }
}

function wordGroups(held: readonly WhisperToken[]): WhisperToken[][] {
  const groups: WhisperToken[][] = []
  for (const token of held) {
    const last = groups.at(-1)
    if (last && !token.text.startsWith(' ')) last.push(token)
    else groups.push([token])
  }
  return groups
}

function within(time: number, { start, end }: { start: number; end: number }): number {
  return Math.max(start, Math.min(end, time))
}
