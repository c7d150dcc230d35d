import { type VerifiedModel } from './model-files.ts'
import { type Transcription, type TranscribedSegment } from './transcription.ts'

export function textOf({ segments }: { segments: readonly TranscribedSegment[] }): string {
  return segments.map(({ text }) => text).join(' ')
}

/** What is added to the text by more of it, so that all of it together is the text. */
export function addedText(already: string, segments: readonly TranscribedSegment[]): string {
  const text = textOf({ segments })
  return already !== '' && text !== '' ? ` ${text}` : text
}

/** OpenAI's `verbose_json`, plus the model, what was removed and the engine's time. */
export function verboseAnswer(transcription: Transcription, model: VerifiedModel, hasWords: boolean) {
  const { seconds, segments, dropped, engineMilliseconds } = transcription
  return {
    task: 'transcribe',
    language: 'swedish',
    duration: round(seconds),
    text: textOf(transcription),
    segments: segments.map(segmentAnswer),
    ...(hasWords && { words: segments.flatMap(({ words }) => words.map(roundedSpan)) }),
    model: model.id,
    x_model: { id: model.id, revision: model.revision, sha256: model.sha256 },
    x_engine_ms: Math.round(engineMilliseconds),
    dropped: dropped.map(roundedSpan),
  }
}

function segmentAnswer(segment: TranscribedSegment, id: number) {
  const { text, tokens, avgLogprob, compressionRatio, noSpeechProb } = segment
  return {
    id,
    seek: 0,
    ...roundedSpan({ start: segment.start, end: segment.end }),
    text,
    tokens,
    temperature: 0,
    avg_logprob: round(avgLogprob),
    compression_ratio: round(compressionRatio),
    no_speech_prob: round(noSpeechProb),
  }
}

function roundedSpan<T extends { start: number; end: number }>(span: T): T {
  return { ...span, start: round(span.start), end: round(span.end) }
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
