import { FRAME_SECONDS, type SpeechSpan } from '../../app/dictation/speech/speech-spans.ts'

/** Seconds. The model invents words in longer pauses. */
const LONGEST_PAUSE = 3
const CUT_WITHIN = 5

/** Pieces of at most `limit` seconds. Long speech is cut where the voice is weakest near the end. */
export function soundPieces(
  spans: readonly SpeechSpan[],
  probabilities: readonly number[],
  limit: number,
): SpeechSpan[] {
  const pieces: SpeechSpan[] = []
  for (const span of spans.flatMap((whole) => fitting(whole, probabilities, limit))) {
    const last = pieces.at(-1)
    if (last && span.start - last.end <= LONGEST_PAUSE && span.end - last.start <= limit) last.end = span.end
    else pieces.push({ ...span })
  }
  return pieces
}

function fitting(span: SpeechSpan, probabilities: readonly number[], limit: number): SpeechSpan[] {
  if (span.end - span.start <= limit) return [span]
  const cut = weakestMoment(probabilities, {
    start: span.start + limit - CUT_WITHIN,
    end: span.start + limit,
  })
  return [{ start: span.start, end: cut }, ...fitting({ start: cut, end: span.end }, probabilities, limit)]
}

function weakestMoment(probabilities: readonly number[], { start, end }: SpeechSpan): number {
  const first = Math.ceil(start / FRAME_SECONDS)
  const within = probabilities.slice(first, Math.floor(end / FRAME_SECONDS))
  return (first + within.indexOf(Math.min(...within))) * FRAME_SECONDS
}
