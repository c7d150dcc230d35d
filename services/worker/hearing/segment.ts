import type { AsrResult } from '../engine/asr.ts'
import { judgeSegments, type Doubt } from '../../../app/dictation/speech/hallucination-judge.ts'
import { voicedSecondsNear } from '../../../app/dictation/speech/speech-spans.ts'
import { spokenWords, withDoubt, wordsBySegment, type DoubtedWord } from './segment-words.ts'

/** Milliseconds of the recording. `p` is the engine's own probability. */
export type SegmentWord = { text: string; start: number; end: number; p: number | null; doubt?: Doubt }

export type NewSegment = {
  kind: 'speech' | 'dropped' | 'gap'
  start: number
  end: number
  text: string
  words?: SegmentWord[]
  droppedBecause?: string
  engine: string
}

type Phrase = { start: number; end: number }
type Dropped = { text: string; start: number; end: number; reason: string }
type Heard = { texts: string[]; words: DoubtedWord[]; dropped: Dropped[] }

/** Nothing is left out: what is taken for noise is a segment of its own. `probabilities` per 32 ms. */
export function segmentsOf(
  phrase: Phrase,
  result: AsrResult,
  probabilities: readonly number[],
): NewSegment[] {
  const { texts, words, dropped } = judged(result, probabilities, spokenWords)
  const engine = result.model
  const noise = dropped.map(({ text, start, end, reason }): NewSegment => {
    return { kind: 'dropped', ...inRecording(phrase, { text, start, end }), droppedBecause: reason, engine }
  })
  if (texts.length === 0) return noise
  const heard = words.map((word) => inRecording(phrase, word))
  const { start, end } = phrase
  return [{ kind: 'speech', start, end, text: texts.join(' '), words: heard, engine }, ...noise]
}

/** Without what is taken for noise. */
export function judgedResult(
  result: AsrResult,
  probabilities: readonly number[],
): { text: string; words: DoubtedWord[] } {
  const { texts, words } = judged(result, probabilities, (_segment, own) => own)
  return { text: texts.join(' '), words }
}

function judged(result: AsrResult, probabilities: readonly number[], wordsOf: typeof spokenWords): Heard {
  const { segments } = result
  const whole = { start: 0, end: Infinity }
  const verdicts = judgeSegments(
    segments.map((segment) => {
      return {
        ...segment,
        speechSeconds: voicedSecondsNear(probabilities, segments.length === 1 ? whole : segment),
      }
    }),
  )
  const own = wordsBySegment(segments, result.words)
  const heard: Heard = { texts: [], words: [], dropped: [...result.dropped] }
  for (const [i, segment] of segments.entries()) {
    const verdict = verdicts[i]!
    if (verdict.kind === 'drop') heard.dropped.push({ ...segment, reason: verdict.reason })
    else {
      heard.texts.push(segment.text)
      heard.words.push(...withDoubt(wordsOf(segment, own[i]!), verdict.doubt))
    }
  }
  return heard
}

function inRecording<T extends { start: number; end: number }>(phrase: Phrase, part: T): T {
  const at = (seconds: number) => phrase.start + Math.round(seconds * 1000)
  return { ...part, start: at(part.start), end: at(part.end) }
}
