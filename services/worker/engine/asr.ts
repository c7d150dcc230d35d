/** Why an engine gave no text. Only the first five may pass by themselves. */
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

  /** @param detail a status or a code, never what was said */
  constructor(failure: AsrFailure, detail: string) {
    super(`${failure}: ${detail}`)
    this.name = 'AsrError'
    this.failure = failure
  }
}

/** Times are seconds from the start of the sound; null means unknown, never 0. */
export type AsrWord = { text: string; start: number; end: number; p: number | null }
export type AsrSegment = {
  text: string
  start: number
  end: number
  avgLogprob: number | null
  noSpeechProb: number | null
  compressionRatio: number | null
}
/** What the engine itself took out as not spoken. */
export type AsrDropped = { text: string; start: number; end: number; reason: string }

export type AsrResult = {
  text: string
  segments: AsrSegment[]
  /** Empty when the engine tells no times of words. */
  words: AsrWord[]
  dropped: AsrDropped[]
  /** Which model wrote: as the server says it runs, or as the operator named it. */
  model: string
}

export type AsrRequest = {
  /** 16 kHz mono, -1 to 1. */
  pcm: Float32Array
  /** Spelling help: names and words of the case. */
  prompt: string | null
  purpose: 'live' | 'final'
  /** Whose sound it is, so that the engine can serve each in turn: an id that says nothing. */
  caller: string
  signal: AbortSignal
}

export type AsrEngine = {
  /** @throws AsrError */
  transcribe(request: AsrRequest): Promise<AsrResult>
  /** Of a model that is fetched, 0 to 1; null when the server does not tell. */
  loadingProgress(): Promise<number | null>
}
