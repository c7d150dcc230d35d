import { judgeSegments, type DropReason } from '../../app/dictation/speech/hallucination-judge.ts'
import {
  FRAME_SECONDS,
  spansOf,
  speechProbabilities,
  voicedSecondsNear,
  type SpeechSpan,
} from '../../app/dictation/speech/speech-spans.ts'
import { type VoiceActivity } from '../../app/dictation/speech/voice-activity.ts'
import { SPEECH_RATE } from '../../app/dictation/speech/wav.ts'
import { compressionRatio } from './compression-ratio.ts'
import { type Recognition } from './speech-task.ts'
import { soundPieces } from './sound-pieces.ts'
import { MAX_PIECE_SECONDS } from './whisper.ts'
import { type RecognisedSegment } from './whisper-words.ts'

/** `noSpeechProb`: the least that the voice detector gives that nobody speaks in it. */
export type TranscribedSegment = RecognisedSegment & { compressionRatio: number; noSpeechProb: number }
type DroppedText = { start: number; end: number; text: string; reason: DropReason }

export type Transcription = {
  seconds: number
  segments: TranscribedSegment[]
  dropped: DroppedText[]
  engineMilliseconds: number
}

type Parts = {
  voices: VoiceActivity
  recognise: (pcm: Float32Array<ArrayBuffer>) => Promise<Recognition>
  /** What is kept of each piece, as it comes. */
  onKept?: (segments: readonly TranscribedSegment[]) => void
}

/** Only stretches with voice reach the engine. */
export async function transcribe(
  pcm: Float32Array,
  { voices, recognise, onKept }: Parts,
): Promise<Transcription> {
  const seconds = pcm.length / SPEECH_RATE
  const probabilities = await speechProbabilities(voices, pcm)
  const transcription: Transcription = { seconds, segments: [], dropped: [], engineMilliseconds: 0 }
  for (const piece of soundPieces(spansOf(probabilities, seconds), probabilities, MAX_PIECE_SECONDS)) {
    const sound = pcm.slice(Math.floor(piece.start * SPEECH_RATE), Math.ceil(piece.end * SPEECH_RATE))
    const { segments, milliseconds } = await recognise(sound)
    transcription.engineMilliseconds += milliseconds
    const moved = segments.map((segment) => movedBy(segment, piece.start))
    const kept = sort(moved, probabilities, transcription)
    onKept?.(kept)
  }
  return transcription
}

/** @returns what is kept of them */
function sort(
  segments: readonly RecognisedSegment[],
  probabilities: number[],
  into: Transcription,
): TranscribedSegment[] {
  const weighed = segments.map((segment) => ({
    ...segment,
    compressionRatio: compressionRatio(segment.text),
    noSpeechProb: 1 - highestWithin(probabilities, segment),
  }))
  const verdicts = judgeSegments(
    weighed.map((segment) => ({
      ...segment,
      // Whisper's own, which is not this one, is what the judge's limits are of.
      noSpeechProb: null,
      speechSeconds: voicedSecondsNear(probabilities, segment),
    })),
  )
  const kept: TranscribedSegment[] = []
  weighed.forEach((segment, i) => {
    const verdict = verdicts[i]!
    if (verdict.kind === 'keep') kept.push(segment)
    else into.dropped.push(droppedText(segment, verdict.reason))
  })
  into.segments.push(...kept)
  return kept
}

function highestWithin(probabilities: readonly number[], { start, end }: SpeechSpan): number {
  const within = probabilities.slice(Math.floor(start / FRAME_SECONDS), Math.ceil(end / FRAME_SECONDS))
  return within.reduce((highest, each) => Math.max(highest, each), 0)
}

function droppedText({ start, end, text }: SpeechSpan & { text: string }, reason: DropReason): DroppedText {
  return { start, end, text, reason }
}

function movedBy(segment: RecognisedSegment, seconds: number): RecognisedSegment {
  const move = <T extends SpeechSpan>(span: T): T => ({
    ...span,
    start: span.start + seconds,
    end: span.end + seconds,
  })
  return { ...move(segment), words: segment.words.map(move) }
}
