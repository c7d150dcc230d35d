/** Why an engine gave no text. The first five may go away without anybody's help. */
export type AsrFailure =
  | 'loading'
  | 'unreachable'
  | 'busy'
  | 'timeout'
  | 'engine_error'
  | 'out_of_memory'
  | 'model_missing'
  | 'checksum'
  | 'auth'
  | 'bad_audio'
  | 'too_large'

export class AsrError extends Error {
  readonly failure: AsrFailure

  /** @param detail a status or a code, never words of the dictation */
  constructor(failure: AsrFailure, detail: string) {
    super(`${failure}: ${detail}`)
    this.name = 'AsrError'
    this.failure = failure
  }
}

/** Times are seconds from the start of the sound. What is unknown is null, never 0. */
export type AsrWord = { text: string; start: number; end: number; p: number | null }
export type AsrSegment = {
  text: string
  start: number
  end: number
  avgLogprob: number | null
  noSpeechProb: number | null
  compressionRatio: number | null
}
export type AsrDropped = { text: string; start: number; end: number; reason: string }

export type AsrResult = {
  text: string
  segments: AsrSegment[]
  words: AsrWord[]
  dropped: AsrDropped[]
  /** The model as the server names it, or else as the operator does. */
  model: string
}

export type AsrRequest = {
  /** 16 kHz mono, -1 to 1. */
  pcm: Float32Array
  prompt: string | null
  purpose: 'live' | 'final'
  /** By which the engine serves recordings in turn: a random id. */
  caller: string
  signal: AbortSignal
}

export type AsrEngine = {
  transcribe(request: AsrRequest): Promise<AsrResult>
  /** How much of the model is downloaded, 0 to 1; null when the server does not say. */
  loadingProgress(): Promise<number | null>
}
