import { z } from 'zod'
import { AsrError, type AsrDropped, type AsrResult, type AsrSegment, type AsrWord } from './asr.ts'
import { joinPieces } from './join-pieces.ts'
import { onOneClock } from './one-clock.ts'
import { known, seconds, timeUnit } from './reported-numbers.ts'

const reported = z.union([z.number(), z.string()]).nullish()
const spanSchema = z.looseObject({ start: reported, end: reported })
const wordSchema = spanSchema.extend({
  word: z.string().nullish(),
  text: z.string().nullish(),
  probability: reported,
})
const segmentSchema = spanSchema.extend({
  text: z.string(),
  avg_logprob: reported,
  no_speech_prob: reported,
  compression_ratio: reported,
  words: z.array(wordSchema).nullish(),
})
const answerSchema = z.looseObject({
  text: z.string(),
  language: z.string().nullish(),
  segments: z.array(segmentSchema).nullish(),
  words: z.array(wordSchema).nullish(),
  dropped: z.array(spanSchema.extend({ text: z.string(), reason: z.string() })).nullish(),
  x_model: z.looseObject({ id: z.string(), revision: z.string().nullish() }).nullish(),
})
type Answer = z.infer<typeof answerSchema>
type Span = z.infer<typeof spanSchema>

/**
 * Servers differ in their `verbose_json`: where words are, their units, -1 for unknown.
 * `sound.model` is the operator's name: a server's `model` often only repeats the request.
 * @throws AsrError engine_error for any other answer, or a language other than Swedish
 */
export function readAnswer(body: unknown, sound: { seconds: number; model: string }): AsrResult {
  const parsed = answerSchema.safeParse(body)
  if (!parsed.success) throw new AsrError('engine_error', 'the answer is not a transcription')
  const answer = parsed.data
  if (answer.language && !/^(sv|swe|swedish|svenska)\b/i.test(answer.language)) {
    throw new AsrError('engine_error', 'the answer is in another language')
  }
  const spans = [...(answer.segments ?? []), ...(answer.words ?? [])]
  const unit = timeUnit(
    spans.flatMap(({ start, end }) => [start, end]),
    sound.seconds,
  )
  const spanOf = ({ start, end }: Span) => {
    const begun = Math.min(seconds(start, unit) ?? 0, sound.seconds)
    return {
      start: begun,
      end: Math.max(begun, Math.min(seconds(end, unit) ?? sound.seconds, sound.seconds)),
    }
  }
  const text = answer.text.trim()
  return {
    text,
    segments: segmentsOf(answer, text, spanOf),
    words: wordsOf(answer, spanOf),
    dropped: (answer.dropped ?? []).map((part): AsrDropped => {
      return { ...spanOf(part), text: part.text.trim(), reason: part.reason }
    }),
    model: modelOf(answer) ?? sound.model,
  }
}

type SpanOf = (reported: Span) => { start: number; end: number }

function segmentsOf(answer: Answer, text: string, spanOf: SpanOf): AsrSegment[] {
  const segments = answer.segments ?? []
  // Some servers send only the text: one segment as long as the sound.
  if (segments.length === 0 && text !== '') segments.push({ text, start: null, end: null })
  return segments
    .map((segment) => ({
      ...spanOf(segment),
      text: segment.text.trim(),
      avgLogprob: known(segment.avg_logprob),
      noSpeechProb: known(segment.no_speech_prob),
      compressionRatio: known(segment.compression_ratio),
    }))
    .filter((segment) => segment.text !== '')
}

function wordsOf(answer: Answer, spanOf: SpanOf): AsrWord[] {
  const piecesOf = (words: Answer['words']) =>
    (words ?? []).map((word) => ({
      ...spanOf(word),
      text: word.word ?? word.text ?? '',
      p: known(word.probability),
    }))
  if (answer.words && answer.words.length > 0) return joinPieces(piecesOf(answer.words))
  return (answer.segments ?? []).flatMap((segment) =>
    onOneClock(joinPieces(piecesOf(segment.words)), spanOf(segment)),
  )
}

function modelOf({ x_model: model }: Answer): string | null {
  if (!model) return null
  const { id, revision } = model
  if (!revision || revision.startsWith(id)) return revision ?? id
  return `${id} ${/^[0-9a-f]{12,}$/.test(revision) ? revision.slice(0, 7) : revision}`
}
