import { isSameText, placesWithoutLoops } from './repetition.ts'

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

export type DropReason = 'tag' | 'credit' | 'outro' | 'loop' | 'noSpeech' | 'impossibleSpeed'
/** The text stays, but a reviewer should listen. */
export type Doubt = 'outro' | 'unlikely' | 'repetitive'

export type Verdict =
  | { kind: 'keep'; doubt: Doubt | null }
  /** `kept` holds indexes of words. */
  | { kind: 'reduced'; text: string; kept: number[]; doubt: 'repetitive' }
  | { kind: 'drop'; reason: DropReason }

// From Whisper's own decoding (openai/whisper, transcribe.py) and measurements on silence and noise.
const LIMITS = {
  noSpeechWithLowLogprob: 0.6,
  lowLogprob: -1,
  compression: 2.4,
  charactersPerSecond: 30,
  /** Engine times are too coarse to judge shorter texts. */
  charactersForSpeed: 20,
  outroSeconds: 4,
  outroSpeech: 0.7,
  outroNoSpeech: 0.3,
  markerWords: 9,
  /** Seconds: less than two detector frames means no voice. */
  anyVoice: 0.05,
  sameSegments: 3,
}

/** Subtitle credits from the training data; only markers are matched, since the wording varies. */
const CREDITS = [
  /\bsv[ae]nsktextning/,
  /\btextning\.nu\b/,
  /\bundertext(?:er|ning|ad)?\s+(?:från|av|till|:)/,
  /\bamara\.org/,
  /^(?:svensk )?textning\s*:/,
  /^textning (?:av )?(?:stina hedin|bti|svt|sdi|vsi)/,
  /\b(?:bti studios|sdi media|btistudios)\b/,
  /^text\s*:\s*vsi\b/,
  /^översättning\s*:/,
]
const OUTROS = [
  /^tack (?:så mycket |ska ni ha )?för (?:att|er) (?:ni |du )?(?:har )?(?:tittat|tittade|lyssnat|lyssnade|kom|kommit)/,
  /^tack för (?:mig|idag|i dag|uppmärksamheten)$/,
  /^glöm inte (?:bort )?att prenumerera/,
  /^prenumerera på /,
  /^vi ses i nästa (?:video|avsnitt|program)/,
  /^(?:musik|applåder|skratt)$/,
]
const TAG =
  /^(?:[\s.…♪♫*-]|\[[^\]]*\]|\((?:musik|applåder|skratt|tystnad|ohörbart|music|applause)[^)]*\))*$/iu

/** Whisper writes training sentences over silence, music and noise. The caller must show what is dropped. */
export function judgeSegments(segments: readonly HeardSegment[]): Verdict[] {
  return segments.map((segment, i) => {
    const isRepeated = i > 0 && isSameText(segment.text, segments[i - 1]!.text)
    return isRepeated && isInRow(segments, i) ? { kind: 'drop', reason: 'loop' } : judgeSegment(segment)
  })
}

function judgeSegment(segment: HeardSegment): Verdict {
  const spoken = segment.text.trim()
  if (TAG.test(spoken)) return { kind: 'drop', reason: 'tag' }

  const words = spoken.split(/\s+/)
  const kept = placesWithoutLoops(words)
  const text = kept.map((place) => words[place]).join(' ')
  const reason = dropReason({ ...segment, text })
  if (reason) return { kind: 'drop', reason }
  if (kept.length < words.length) return { kind: 'reduced', text, kept, doubt: 'repetitive' }
  return { kind: 'keep', doubt: doubtIn(segment, text) }
}

function isInRow(segments: readonly HeardSegment[], place: number): boolean {
  const isSame = (other: HeardSegment | undefined) => other && isSameText(other.text, segments[place]!.text)
  let [first, last] = [place, place]
  while (isSame(segments[first - 1])) first--
  while (isSame(segments[last + 1])) last++
  return last - first + 1 >= LIMITS.sameSegments
}

function dropReason(segment: HeardSegment): DropReason | null {
  const words = plain(segment.text)
  const isShort = words.split(' ').length <= LIMITS.markerWords
  if (isShort && CREDITS.some((credit) => credit.test(words))) return 'credit'
  if (isOutro(words) && isWithoutSpeaker(segment)) return 'outro'
  const isSilent =
    above(segment.noSpeechProb, LIMITS.noSpeechWithLowLogprob) ||
    below(segment.speechSeconds, LIMITS.anyVoice)
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
  const seconds = Math.max(end - start, speechSeconds ?? 0)
  return text.length > seconds * LIMITS.charactersPerSecond
}

function doubtIn(segment: HeardSegment, text: string): Doubt | null {
  if (isOutro(plain(text))) return 'outro'
  if (above(segment.compressionRatio, LIMITS.compression)) return 'repetitive'
  return below(segment.avgLogprob, LIMITS.lowLogprob) ? 'unlikely' : null
}

function isOutro(words: string): boolean {
  return words.split(' ').length <= LIMITS.markerWords && OUTROS.some((outro) => outro.test(words))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!?,"”]|\.(?=\s|$)/g, '')
    .trim()
}

function above(value: number | null, limit: number): boolean {
  return value !== null && value > limit
}

function below(value: number | null, limit: number): boolean {
  return value !== null && value < limit
}
