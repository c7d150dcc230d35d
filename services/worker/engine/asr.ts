/** The first five may pass by themselves. */
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

  /** `detail` is a status or code, never words of the dictation. */
  constructor(failure: AsrFailure, detail: string) {
    super(`${failure}: ${detail}`)
    this.name = 'AsrError'
    this.failure = failure
  }
}

/** Seconds from the start of the sound. Unknown is null, never 0. */
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
  /** The server's name for it, or else the operator's. */
  model: string
}

export type AsrRequest = {
  /** 16 kHz mono, -1 to 1. */
  pcm: Float32Array
  prompt: string | null
  /** A preview gives way: it is asked for once, and its failing says nothing. */
  purpose: 'live' | 'final' | 'preview'
  /** A random id, so that the engine can serve recordings in turn. */
  caller: string
  signal: AbortSignal
}

export type AsrEngine = {
  transcribe(request: AsrRequest): Promise<AsrResult>
  /** 0 to 1, or null when the server does not say. */
  loadingProgress(): Promise<number | null>
}
