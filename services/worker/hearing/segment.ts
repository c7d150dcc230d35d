import type { AsrDropped, AsrResult, AsrSegment, AsrWord } from '../engine/asr.ts'
import { judgeSegments, type Verdict } from '../../../app/dictation/speech/hallucination-judge.ts'
import { voicedSeconds } from '../../../app/dictation/speech/speech-spans.ts'

/** Milliseconds of the recording. `p` is the engine's own probability. */
export type SegmentWord = { text: string; start: number; end: number; p: number | null }

export type NewSegment = {
  kind: 'speech' | 'dropped' | 'gap'
  start: number
  end: number
  text: string
  words?: SegmentWord[]
  droppedBecause?: string
  engine: string
}

type Heard = { texts: string[]; words: AsrWord[]; dropped: { text: string; reason: string }[] }

/** Keeps suspected noise, so the writer can listen. `probabilities` per 32 ms. Null: nothing heard. */
export function segmentOf(
  phrase: { start: number; end: number },
  result: AsrResult,
  probabilities: readonly number[],
): NewSegment | null {
  const { texts, words, dropped } = judged(result, probabilities)
  const text = texts.join(' ').trim()
  const heard = { start: phrase.start, end: phrase.end, engine: result.model }
  if (text !== '') return { kind: 'speech', ...heard, text, words: words.map(wordIn(phrase)) }
  const [first] = dropped
  if (!first) return null
  return {
    kind: 'dropped',
    ...heard,
    text: dropped.map((part) => part.text).join(' '),
    droppedBecause: first.reason,
  }
}

export function judgedResult(result: AsrResult): Pick<AsrResult, 'text' | 'words'> {
  const { texts, words } = judged(result, null)
  return { text: texts.join(' ').trim(), words }
}

function judged(result: AsrResult, probabilities: readonly number[] | null): Heard {
  const verdicts = judgeSegments(
    result.segments.map((segment) => ({
      ...segment,
      speechSeconds: probabilities && voicedSeconds(probabilities, segment),
    })),
  )
  const heard: Heard = { texts: [], words: result.words, dropped: result.dropped.map(droppedPart) }
  result.segments.forEach((segment, i) => {
    const verdict = verdicts[i]!
    if (verdict.kind === 'drop') heard.dropped.push({ text: segment.text, reason: verdict.reason })
    else heard.texts.push(verdict.kind === 'reduced' ? verdict.text : segment.text)
    if (verdict.kind !== 'keep') heard.words = withoutWords(heard.words, segment, verdict)
  })
  return heard
}

const droppedPart = ({ text, reason }: AsrDropped) => ({ text, reason })

function withoutWords(words: AsrWord[], segment: AsrSegment, verdict: Verdict): AsrWord[] {
  const isWithin = (word: AsrWord) => {
    const middle = (word.start + word.end) / 2
    return middle >= segment.start && middle <= segment.end
  }
  if (verdict.kind !== 'reduced') return words.filter((word) => !isWithin(word))
  const own = words.filter(isWithin)
  const areCountedAlike = own.length === segment.text.trim().split(/\s+/).length
  const kept = areCountedAlike ? verdict.kept.map((place) => own[place]!) : []
  return words.filter((word) => !isWithin(word) || kept.includes(word))
}

function wordIn(phrase: { start: number }) {
  return ({ text, start, end, p }: AsrWord): SegmentWord => ({
    text,
    start: phrase.start + Math.round(start * 1000),
    end: phrase.start + Math.round(end * 1000),
    p,
  })
}
