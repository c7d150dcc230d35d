import { isCredit, isOutro, isTag } from './invented-texts.ts'
import { isNumeral } from './numerals.ts'
import { isSameText, repeatedPlaces } from './repetition.ts'

/** Times in seconds. Null where the engine or the voice detector gives no value. */
export type HeardSegment = {
  text: string
  start: number
  end: number
  avgLogprob: number | null
  noSpeechProb: number | null
  compressionRatio: number | null
  speechSeconds: number | null
}

export type DropReason = 'tag' | 'credit' | 'outro' | 'noSpeech' | 'impossibleSpeed'
/** The text stays, but a reviewer should listen. */
export type Doubt = 'outro' | 'unlikely' | 'repeated'

export type Verdict = { kind: 'keep'; doubt: Doubt | null } | { kind: 'drop'; reason: DropReason }

// From Whisper's own decoding (openai/whisper, transcribe.py) and measurements on silence and noise.
const LIMITS = {
  noSpeechWithLowLogprob: 0.6,
  lowLogprob: -1,
  compression: 2.4,
  charactersPerSecond: 30,
  /** Quiet speech has less voice than time. */
  charactersPerVoicedSecond: 60,
  /** Engine times are too coarse to judge shorter texts. */
  charactersForSpeed: 20,
  outroSeconds: 4,
  outroSpeech: 0.7,
  outroNoSpeech: 0.3,
  /** Seconds: less than two detector frames means no voice. */
  anyVoice: 0.05,
  sameSegments: 3,
}

/**
 * Whisper writes training sentences over silence, music and noise. The caller must show what is dropped. Text with
 * a voice behind it is dropped for what it says only when nobody says that; numerals and repeated words never are.
 */
export function judgeSegments(segments: readonly HeardSegment[]): Verdict[] {
  return segments.map((segment, i) => {
    const verdict = judgeSegment(segment)
    const isKept = verdict.kind === 'keep' && verdict.doubt === null
    return isKept && isInRow(segments, i) ? { kind: 'keep', doubt: 'repeated' } : verdict
  })
}

function judgeSegment(segment: HeardSegment): Verdict {
  if (below(segment.speechSeconds, LIMITS.anyVoice)) return { kind: 'drop', reason: 'noSpeech' }
  const reason = dropReason(segment)
  if (!reason) return { kind: 'keep', doubt: doubtIn(segment) }
  const hasNumeral = wordsOf(segment).some(isNumeral)
  return hasNumeral ? { kind: 'keep', doubt: 'unlikely' } : { kind: 'drop', reason }
}

const wordsOf = ({ text }: HeardSegment) => text.trim().split(/\s+/)

function isInRow(segments: readonly HeardSegment[], place: number): boolean {
  const isSame = (other: HeardSegment | undefined) => other && isSameText(other.text, segments[place]!.text)
  let [first, last] = [place, place]
  while (isSame(segments[first - 1])) first--
  while (isSame(segments[last + 1])) last++
  return last - first + 1 >= LIMITS.sameSegments
}

function dropReason(segment: HeardSegment): DropReason | null {
  if (isTag(segment.text)) return 'tag'
  if (isCredit(segment.text)) return 'credit'
  if (isOutro(segment.text) && isWithoutSpeaker(segment)) return 'outro'
  const isSilent = above(segment.noSpeechProb, LIMITS.noSpeechWithLowLogprob)
  if (isSilent && below(segment.avgLogprob, LIMITS.lowLogprob)) return 'noSpeech'
  return isImpossiblyFast(segment) ? 'impossibleSpeed' : null
}

/** Real notes may say "Tack för att ni kom"; invented ones are stretched or have no voice behind them. */
function isWithoutSpeaker({ start, end, speechSeconds, noSpeechProb }: HeardSegment): boolean {
  return (
    end - start > LIMITS.outroSeconds ||
    below(speechSeconds, LIMITS.outroSpeech) ||
    above(noSpeechProb, LIMITS.outroNoSpeech)
  )
}

function isImpossiblyFast({ text, start, end, speechSeconds }: HeardSegment): boolean {
  if (text.length < LIMITS.charactersForSpeed) return false
  if (speechSeconds !== null && text.length > speechSeconds * LIMITS.charactersPerVoicedSecond) return true
  const seconds = Math.max(end - start, speechSeconds ?? 0)
  return text.length > seconds * LIMITS.charactersPerSecond
}

function doubtIn(segment: HeardSegment): Doubt | null {
  if (isOutro(segment.text)) return 'outro'
  if (repeatedPlaces(wordsOf(segment)).size > 0) return 'repeated'
  if (above(segment.compressionRatio, LIMITS.compression)) return 'repeated'
  const isBracketed = /^[[(].*[\])]$/s.test(segment.text.trim())
  return isBracketed || below(segment.avgLogprob, LIMITS.lowLogprob) ? 'unlikely' : null
}

function above(value: number | null, limit: number): boolean {
  return value !== null && value > limit
}

function below(value: number | null, limit: number): boolean {
  return value !== null && value < limit
}
