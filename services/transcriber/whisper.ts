import { basename, dirname } from 'node:path'
import {
  env,
  LogitsProcessorList,
  pipeline,
  type AutomaticSpeechRecognitionPipeline,
  type Tensor,
} from '@huggingface/transformers'
import { SPEECH_RATE } from '../../app/dictation/speech/wav.ts'
import { CalledOff } from './called-off.ts'
import { TokenScores } from './token-scores.ts'
import { segmentsOf, type RecognisedSegment, type WhisperToken } from './whisper-words.ts'

export const MAX_PIECE_SECONDS = 28
/** Speech has fewer than ten tokens a second. Without a limit, a loop would fill the memory. */
const TOKENS = { perSecond: 10, more: 16, most: 220 }
const PROMPT_TOKENS = 200
const FRAME_SECONDS = 0.02

export type Recogniser = {
  /** Asks before each part of a word whether it is called off. @throws Error then */
  recognise(
    pcm: Float32Array,
    prompt: string | null,
    isCalledOff: () => boolean,
  ): Promise<RecognisedSegment[]>
}

type Generation = { sequences: Tensor; token_timestamps: Tensor }
type Generate = (options: Record<string, unknown>) => Promise<Generation>
type SpecialTokens = {
  decoder_start_token_id: number
  no_timestamps_token_id: number
  eos_token_id: number
  lang_to_id: Record<string, number>
  task_to_id: Record<string, number>
}

/** Never downloads: fails when a file is not on disk. */
export async function loadWhisper(folder: string, hasLeanMemory: boolean): Promise<Recogniser> {
  env.allowRemoteModels = false
  env.localModelPath = dirname(folder)
  const speech = await pipeline('automatic-speech-recognition', basename(folder), {
    dtype: 'q8',
    device: 'cpu',
    session_options: { enableCpuMemArena: !hasLeanMemory },
  })
  return { recognise: (pcm, prompt, isCalledOff) => recognise(speech, { pcm, prompt, isCalledOff }) }
}

async function recognise(
  speech: AutomaticSpeechRecognitionPipeline,
  { pcm, prompt, isCalledOff }: { pcm: Float32Array; prompt: string | null; isCalledOff: () => boolean },
): Promise<RecognisedSegment[]> {
  const seconds = pcm.length / SPEECH_RATE
  const special = speech.model.generation_config as unknown as SpecialTokens
  const begin = [...promptTokens(speech, prompt), ...startTokens(special)]
  const scores = new TokenScores()
  const watch = new LogitsProcessorList()
  watch.push(new CalledOff(isCalledOff))
  watch.push(scores)

  const { input_features } = (await speech.processor(pcm)) as { input_features: Tensor }
  const generate = speech.model.generate.bind(speech.model) as unknown as Generate
  // The library's pipeline drops segments and probabilities and doubles the words' times
  // (4.3.1 counts 10 ms frames, the encoder has 20 ms), so we call the model directly.
  const written = await generate({
    inputs: input_features,
    decoder_input_ids: begin,
    return_timestamps: true,
    return_token_timestamps: true,
    num_frames: Math.ceil(seconds / FRAME_SECONDS),
    max_new_tokens: Math.min(TOKENS.most, Math.ceil(seconds * TOKENS.perSecond) + TOKENS.more),
    logits_processor: watch,
  })
  const sequence = (written.sequences.tolist() as bigint[][])[0]!
  const times = (written.token_timestamps.tolist() as number[][])[0]!.slice(begin.length)
  const logprobs = scores.of(sequence)
  const decode = (ids: number[]) => speech.tokenizer.decode(ids, { skip_special_tokens: true })
  const tokens = sequence.slice(begin.length).map((id, i): WhisperToken => {
    const stamp = stampOf(Number(id), special)
    const text = stamp === null ? decode([Number(id)]) : ''
    return { id: Number(id), text, time: times[i]!, logprob: logprobs[i]!, stamp }
  })
  return segmentsOf(
    tokens.filter(({ id }) => id !== special.eos_token_id),
    seconds,
    decode,
  )
}

function startTokens({ decoder_start_token_id, lang_to_id, task_to_id }: SpecialTokens): number[] {
  return [decoder_start_token_id, lang_to_id['<|sv|>']!, task_to_id['transcribe']!]
}

/** Goes where the decoder otherwise has the text before. */
function promptTokens({ tokenizer }: AutomaticSpeechRecognitionPipeline, prompt: string | null): number[] {
  if (!prompt) return []
  const words = tokenizer.encode(` ${prompt.trim()}`, { add_special_tokens: false })
  const [previous] = tokenizer.encode('<|startofprev|>', { add_special_tokens: false })
  return [previous!, ...words.slice(-PROMPT_TOKENS)]
}

function stampOf(id: number, { no_timestamps_token_id }: SpecialTokens): number | null {
  return id > no_timestamps_token_id ? (id - no_timestamps_token_id - 1) * FRAME_SECONDS : null
}
