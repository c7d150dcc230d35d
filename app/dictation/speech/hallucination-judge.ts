import { withoutLoops } from './repetition.ts'

/** One segment as an engine wrote it; times in seconds, null where the engine or the detector says nothing. */
export type HeardSegment = {
  text: string
  start: number
  end: number
  avgLogprob: number | null
  noSpeechProb: number | null
  compressionRatio: number | null
  /** Seconds within the segment in which the voice detector hears somebody. */
  speechSeconds: number | null
}

export type DropReason = 'tag' | 'credit' | 'outro' | 'noSpeech' | 'impossibleSpeed'
/** What a reviewer should listen to although the text stays. */
export type Doubt = 'outro' | 'unlikely' | 'repetitive'

export type Verdict =
  | { kind: 'keep'; doubt: Doubt | null }
  | { kind: 'reduced'; text: string; doubt: 'repetitive' }
  | { kind: 'drop'; reason: DropReason }

// Thresholds of Whisper's own decoding (openai/whisper, transcribe.py) and of measurements on silence and noise.
const LIMITS = {
  noSpeechWithLowLogprob: 0.6,
  lowLogprob: -1,
  compression: 2.4,
  charactersPerSecond: 30,
  /** Shorter texts are said in less than the times of an engine can tell apart. */
  charactersForSpeed: 20,
  outroSeconds: 4,
  outroSpeech: 0.7,
  outroNoSpeech: 0.3,
  markerWords: 9,
}

/** Credits of subtitles the models were trained on; the wording around a marker varies, so markers are matched. */
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
/** Sounds described instead of words. */
const TAG = /^(?:[\s.…♪♫*-]|\[[^\]]*\]|\((?:musik|applåder|skratt|tystnad|ohörbart|music|applause)[^)]*\))*$/iu

/**
 * Judges one segment: Whisper models write sentences of their training data over silence, music and noise.
 * Nothing that is dropped may be lost: the caller shows it with its reason and the sound.
 */
export function judgeSegment(segment: HeardSegment): Verdict {
  const spoken = segment.text.trim()
  if (TAG.test(spoken)) return { kind: 'drop', reason: 'tag' }

  const text = withoutLoops(spoken)
  const reason = dropReason({ ...segment, text })
  if (reason) return { kind: 'drop', reason }
  if (text !== spoken) return { kind: 'reduced', text, doubt: 'repetitive' }
  return { kind: 'keep', doubt: doubtIn(segment, text) }
}

function dropReason(segment: HeardSegment): DropReason | null {
  const words = plain(segment.text)
  const isShort = words.split(' ').length <= LIMITS.markerWords
  if (isShort && CREDITS.some((credit) => credit.test(words))) return 'credit'
  if (isOutro(words) && isWithoutSpeaker(segment)) return 'outro'
  if (
    above(segment.noSpeechProb, LIMITS.noSpeechWithLowLogprob) &&
    below(segment.avgLogprob, LIMITS.lowLogprob)
  ) {
    return 'noSpeech'
  }
  return isImpossiblyFast(segment) ? 'impossibleSpeed' : null
}

/** A farewell is real in a note ("Tack för att ni kom"); invented ones are stretched or rest on no voice. */
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
